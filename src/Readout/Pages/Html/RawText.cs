using System.Buffers;

namespace Readout.Pages.Html;

/// <summary>Finds the ends of elements whose content is no markup: scripts, styles, titles.</summary>
internal sealed class RawText(string text)
{
    private static readonly SearchValues<string> ScriptMarks = SearchValues.Create(["<script", "</script", "-->"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> TemplateMarks = SearchValues.Create(["<template", "</template"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string>?[] Ends = new SearchValues<string>?[256];

    // Elements that the rest of the page does not close: it is not searched again for each of them.
    private readonly bool[] unclosed = new bool[256];

    static RawText()
    {
        foreach (var tag in (Tag[])[Tag.Script, Tag.Style, Tag.Title, Tag.Textarea, Tag.Xmp, Tag.Iframe, Tag.Noembed, Tag.Noframes, Tag.Noscript])
            Ends[(int)tag] = SearchValues.Create([$"</{Tags.Names[(int)tag]}"], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Characters before the end tag; -1 when there is none.</summary>
    public int Length(Tag tag, int start, out int behind)
    {
        behind = start;
        if (unclosed[(int)tag]) return -1;
        var end = tag == Tag.Template ? TemplateEnd(start) : EndTag(tag, start);
        if (tag == Tag.Script && end >= 0 && text.AsSpan(start, end - start).Contains("<!--", StringComparison.Ordinal)) end = ScriptEnd(start);
        if (end < 0)
        {
            unclosed[(int)tag] = true;
            return -1;
        }
        var close = text.AsSpan(end).IndexOf('>');
        behind = close < 0 ? text.Length : end + close + 1;
        return end - start;
    }

    private int EndTag(Tag tag, int from)
    {
        while (true)
        {
            var found = text.AsSpan(from).IndexOfAny(Ends[(int)tag]!);
            if (found < 0) return -1;
            from += found;
            if (EndsName(from + 2 + Tags.Names[(int)tag].Length)) return from;
            from += 2;
        }
    }

    private bool EndsName(int at) => at >= text.Length || text[at] is ' ' or '\t' or '\n' or '\f' or '\r' or '/' or '>';

    /// <summary>A script in a comment in a script does not end it (13.2.5.17, script data double escaped state).</summary>
    private int ScriptEnd(int from)
    {
        var (comment, inner) = (text.AsSpan(from).IndexOf("<!--", StringComparison.Ordinal) + from, false);
        while (true)
        {
            var found = text.AsSpan(from).IndexOfAny(ScriptMarks);
            if (found < 0) return -1;
            var mark = from + found;
            from = mark + 3;
            if (text[mark] == '-')
            {
                inner = false;
                var next = text.AsSpan(from).IndexOf("<!--", StringComparison.Ordinal);
                comment = next < 0 ? int.MaxValue : from + next;
            }
            else if (text[mark + 1] != '/') inner |= mark > comment && EndsName(mark + 7);
            else if (!EndsName(mark + 8)) continue;
            else if (inner) inner = false;
            else return mark;
        }
    }

    /// <summary>Templates hold templates.</summary>
    private int TemplateEnd(int from)
    {
        for (var depth = 1; ; from += 2)
        {
            var found = text.AsSpan(from).IndexOfAny(TemplateMarks);
            if (found < 0) return -1;
            from += found;
            if (text[from + 1] != '/') depth++;
            else if (--depth == 0) return from;
        }
    }
}
