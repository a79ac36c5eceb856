using System.Buffers;
using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>Gathers the text between two block borders into passages.</summary>
internal sealed class PassageWriter(CharacterReferences references)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => c != '&')]);

    private readonly List<Passage> passages = [];
    private char[] text = new char[512];
    private int linkLength;
    private bool space;

    public int Count => passages.Count;

    public int Length { get; private set; }

    public string Text => new(text, 0, Length);

    /// <summary>Most of what was gathered since the last border stands in links.</summary>
    public bool IsLinks => Length > 0 && linkLength * 10 > Length * 7;

    public Passage[] ToArray() => [.. passages];

    /// <summary>Adds text as it stands in the page, with its character references.</summary>
    public void Append(ReadOnlySpan<char> raw, bool link)
    {
        var before = Length;
        // A reference is never shorter than what it stands for.
        if (text.Length < Length + 2 * raw.Length + 2) Array.Resize(ref text, Math.Max(2 * text.Length, Length + 2 * raw.Length + 2));
        while (!raw.IsEmpty)
        {
            // Words of plain letters are copied whole; blanks, references and everything rare are looked at.
            var word = raw.IndexOfAnyExcept(Plain);
            if (word < 0) word = raw.Length;
            if (word > 0) AddWord(raw[..word]);
            raw = raw[word..];
            if (raw.IsEmpty) break;
            var used = raw[0] == '&' ? Reference(raw) : 1;
            if (raw[0] != '&') Add(raw[0]);
            raw = raw[used..];
        }
        if (link) linkLength += Length - before;
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        if (space && Length > 0) text[Length++] = ' ';
        space = false;
        word.CopyTo(text.AsSpan(Length));
        Length += word.Length;
    }

    private int Reference(ReadOnlySpan<char> raw)
    {
        Span<char> characters = stackalloc char[4];
        var used = references.Read(raw, inAttribute: false, characters, out var written);
        if (used == 0) Add('&');
        foreach (var c in characters[..written]) Add(c);
        return Math.Max(used, 1);
    }

    private void Add(char c)
    {
        if (c is <= ' ' or >= '\u007F' && (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || char.IsWhiteSpace(c)))
        {
            space |= c is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u2060');
            return;
        }
        if (space && Length > 0) text[Length++] = ' ';
        space = false;
        text[Length++] = c;
    }

    public void Space() => space = true;

    /// <summary>Parts the cells of a row.</summary>
    public void Cell()
    {
        if (Length > 0 && text[Length - 1] != '|') Append(" | ", false);
    }

    /// <summary>A line break ends the passage when a sentence or label ends there; otherwise it is white space.</summary>
    public void Break(int element, PassageKind kind, int level)
    {
        if (Length > 0 && EndsSentence(text[Length - 1])) Flush(element, kind, level);
        else space = true;
    }

    public void Flush(int element, PassageKind kind, int level)
    {
        space = false;
        if (Length == 0) return;
        if (Length > 1 && text[Length - 1] == '|' && text[Length - 2] == ' ') Length -= 2;
        var content = Text;
        Length = 0;
        if (content.Length == 0) return;
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
