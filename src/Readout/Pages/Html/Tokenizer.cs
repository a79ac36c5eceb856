using System.Buffers;

namespace Readout.Pages.Html;

internal enum TokenKind : byte
{
    End,
    Text,
    StartTag,
    EndTag,
    Doctype,
}

/// <summary>Parts the characters of a page into tags and text (HTML Living Standard, 13.2.5), each character looked at once and none copied.</summary>
internal sealed class Tokenizer(string text, NameTable attributeNames, MarkupTree tree)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\n\f\r/>=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\f\r>");

    private readonly RawText raw = new(text);
    private int at;
    private ulong seen;

    public TokenKind Kind { get; private set; }

    public Tag Tag { get; private set; }

    /// <summary>Where the text, or the tag's name, stands.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    public bool SelfClosing { get; private set; }

    public int FirstAttribute { get; private set; }

    public int Attributes => tree.AttributeCount - FirstAttribute;

    public int Place => at;

    public ReadOnlySpan<char> Text => text.AsSpan(Start, Length);

    public TokenKind Next()
    {
        while (at < text.Length)
        {
            var end = MarkupFrom(at);
            if (end > at) return Found(TokenKind.Text, at, end);
            if (Markup()) return Kind;
        }
        return Kind = TokenKind.End;
    }

    /// <summary>Moves behind the end tag of the element that was opened last, and gives the place of the text before it.</summary>
    /// <returns>False when the page does not close it.</returns>
    public bool SkipRaw(Tag tag, out int start, out int length)
    {
        start = at;
        length = raw.Length(tag, at, out var behind);
        if (length < 0) return false;
        at = behind;
        return true;
    }

    public void SkipToEnd() => at = text.Length;

    private TokenKind Found(TokenKind kind, int start, int end)
    {
        (Start, Length, at) = (start, end - start, end);
        return Kind = kind;
    }

    // The next "<" that opens a tag, comment or declaration; any other is text.
    private int MarkupFrom(int from)
    {
        while (from < text.Length)
        {
            var found = text.AsSpan(from).IndexOf('<');
            if (found < 0) return text.Length;
            from += found;
            if (from + 1 < text.Length && (char.IsAsciiLetter(text[from + 1]) || text[from + 1] is '!' or '?' || text[from + 1] == '/' && from + 2 < text.Length)) return from;
            from++;
        }
        return text.Length;
    }

    private bool Markup()
    {
        switch (text[at + 1])
        {
            case '!':
                return Declaration();
            case '?':
                SkipBehind('>');
                return false;
            case '/':
                if (char.IsAsciiLetter(text[at + 2])) return OpenTag(TokenKind.EndTag, at + 2);
                SkipBehind('>');
                return false;
            default:
                return OpenTag(TokenKind.StartTag, at + 1);
        }
    }

    private bool Declaration()
    {
        var rest = text.AsSpan(at + 2);
        if (rest.StartsWith("--"))
        {
            SkipComment();
            return false;
        }
        var start = at;
        SkipBehind('>');
        if (!rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return false;
        Found(TokenKind.Doctype, start, at);
        return true;
    }

    private void SkipBehind(char end)
    {
        var found = text.AsSpan(at).IndexOf(end);
        at = found < 0 ? text.Length : at + found + 1;
    }

    private void SkipComment()
    {
        at += 4;
        if (text.AsSpan(at) is ['>', ..] or ['-', '>', ..])
        {
            SkipBehind('>');
            return;
        }
        while (true)
        {
            var found = text.AsSpan(at).IndexOf("--", StringComparison.Ordinal);
            if (found < 0) break;
            at += found;
            if (text.AsSpan(at + 2) is ['>', ..] or ['!', '>', ..])
            {
                SkipBehind('>');
                return;
            }
            at++;
        }
        at = text.Length;
    }

    private bool OpenTag(TokenKind kind, int start)
    {
        var end = text.AsSpan(start).IndexOfAny(NameEnds);
        if (end < 0)
        {
            at = text.Length;
            return false;
        }
        Found(kind, start, start + end);
        Tag = Tags.Of(Text);
        SelfClosing = false;
        seen = 0;
        FirstAttribute = tree.AttributeCount;
        if (!ReadAttributes()) return false;
        // What stands in an end tag is no attribute of anything.
        if (kind == TokenKind.EndTag) tree.ForgetAttributes(FirstAttribute);
        return true;
    }

    /// <summary>Reads up to the end of the tag; false when the page ends before it.</summary>
    private bool ReadAttributes()
    {
        var page = text.AsSpan();
        while (at < page.Length)
        {
            var c = page[at];
            if (c == '>')
            {
                SelfClosing = page[at - 1] == '/';
                at++;
                return true;
            }
            if (c == '/' || IsBlank(c)) at++;
            else ReadAttribute(page);
        }
        return false;
    }

    private void ReadAttribute(ReadOnlySpan<char> page)
    {
        var start = at;
        // An equals sign at the head is part of the name.
        var end = page[(at + 1)..].IndexOfAny(AttributeNameEnds);
        at = end < 0 ? page.Length : at + 1 + end;
        var name = page[start..at];
        SkipBlanks(page);
        if (at >= page.Length || page[at] != '=')
        {
            Keep(name, at, 0);
            return;
        }
        at++;
        SkipBlanks(page);
        if (at < page.Length) ReadValue(page, name);
    }

    private void ReadValue(ReadOnlySpan<char> page, ReadOnlySpan<char> name)
    {
        var quoted = page[at] is '"' or '\'';
        if (page[at] == '>') return;
        var start = quoted ? at + 1 : at;
        var length = quoted ? page[start..].IndexOf(page[at]) : page[start..].IndexOfAny(ValueEnds);
        at = length < 0 ? page.Length : start + length + (quoted ? 1 : 0);
        if (length >= 0) Keep(name, start, length);
    }

    // The first of several attributes of one name counts.
    private void Keep(ReadOnlySpan<char> name, int start, int length)
    {
        if (attributeNames.Find(name) is not (>= 0 and var index) || (seen & 1UL << index) != 0) return;
        seen |= 1UL << index;
        tree.Add(new MarkupAttribute((Attr)index, start, length));
    }

    private void SkipBlanks(ReadOnlySpan<char> page)
    {
        while (at < page.Length && IsBlank(page[at])) at++;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';
}
