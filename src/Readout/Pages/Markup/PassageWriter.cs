using System.Text;

namespace Readout.Pages.Markup;

/// <summary>Gathers the text between two block borders into passages.</summary>
internal sealed class PassageWriter
{
    private readonly StringBuilder text = new();
    private readonly List<Passage> passages = [];
    private int linkLength;
    private bool space;

    public int Count => passages.Count;

    public int Length => text.Length;

    public Passage[] ToArray() => [.. passages];

    public void Append(string data, bool link)
    {
        var before = text.Length;
        foreach (var c in data)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060') continue;
            if (char.IsWhiteSpace(c) || c < ' ')
            {
                space = true;
                continue;
            }
            if (space && text.Length > 0) text.Append(' ');
            space = false;
            text.Append(c);
        }
        if (link) linkLength += text.Length - before;
    }

    public void Space() => space = true;

    /// <summary>Parts the cells of a row.</summary>
    public void Cell()
    {
        if (text.Length > 0 && text[^1] != '|') Append(" | ", false);
    }

    /// <summary>A line break ends the passage when a sentence or label ends there; otherwise it is white space.</summary>
    public void Break(int element, PassageKind kind, int level)
    {
        if (text.Length > 0 && EndsSentence(text[^1])) Flush(element, kind, level);
        else space = true;
    }

    public void Flush(int element, PassageKind kind, int level)
    {
        space = false;
        if (text.Length == 0) return;
        if (text.Length > 1 && text[^1] == '|' && text[^2] == ' ') text.Length -= 2;
        var content = text.ToString();
        text.Clear();
        var words = CountWords(content);
        var ends = EndsSentence(content[^1]);
        passages.Add(new Passage
        {
            Text = content,
            Kind = kind,
            Level = level,
            Element = element,
            LinkLength = Math.Min(linkLength, content.Length),
            Words = words,
            Ends = ends,
            Prose = ProseOf(content, words, linkLength, ends, kind),
        });
        linkLength = 0;
    }

    private static double ProseOf(string text, int words, int linkLength, bool ends, PassageKind kind)
    {
        if (kind == PassageKind.Heading || linkLength * 2 > text.Length) return 0;
        var free = text.Length - linkLength;
        if (ends && words >= 6) return free;
        return words >= 25 ? free : words >= 10 ? free * 0.5 : 0;
    }

    private static bool EndsSentence(char c) => c is '.' or '!' or '?' or ':' or ';' or '"' or '”' or '’' or '»' or '…' or '。' or '！' or '？' or '」' or '।' or '؟' or '۔' or '።' or ')';

    private static int CountWords(string text)
    {
        var words = 0;
        var inside = false;
        var wide = 0;
        foreach (var c in text)
        {
            // Scripts without spaces: two characters count as a word.
            if (c is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F' && !inside) wide++;
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside) words++;
            inside = letter || (inside && c is '\'' or '’' or '-');
        }
        return words + wide / 2;
    }
}
