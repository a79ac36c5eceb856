using System.Buffers;
using System.Text;

namespace Readout.App.Sources;

internal enum InputKind
{
    Page,
    Empty,
    Binary,
    Gzip,
    Warc,
    Feed,
    JsonLines,
}

/// <summary>Tells what an input is from its first bytes, never from its name alone.</summary>
internal static class InputKinds
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Except([8, 9, 10, 12, 13, 27]).Select(b => (byte)b)]);

    private static readonly (byte[] Magic, string Name)[] Magics =
    [
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Office document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("BZh"u8.ToArray(), "packed with bzip2"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], "packed with xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd"),
    ];

    public static InputKind Of(ReadOnlySpan<byte> head)
    {
        if (Unpacked.Looks(head)) return InputKind.Gzip;
        if (HasUtf16Mark(head)) return InputKind.Page;
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return InputKind.Empty;
        if (IsBinary(head)) return InputKind.Binary;
        if (text.StartsWith("WARC/"u8)) return InputKind.Warc;
        if (text[0] == '{' && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..]) return InputKind.JsonLines;
        return text[0] == '<' && RootElement(text) is "rss" or "feed" or "rdf:RDF" or "RDF" ? InputKind.Feed : InputKind.Page;
    }

    /// <summary>What a binary input is, in words.</summary>
    public static string BinaryName(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, name) in Magics)
            if (head.StartsWith(magic)) return name;
        return "a binary file";
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, _) in Magics)
            if (head.StartsWith(magic)) return true;
        var controls = 0;
        for (var rest = head; rest.IndexOfAny(Controls) is var at and >= 0; rest = rest[(at + 1)..]) controls++;
        // A stray control character is a fault of the page; one in thirty is no text.
        return controls * 30 > head.Length;
    }

    /// <summary>Name of the first element after prolog, comments and DOCTYPE.</summary>
    private static string RootElement(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text[at..].IndexOf((byte)'<');
            if (open < 0) return "";
            at += open;
            var rest = text[at..];
            if (rest.StartsWith("<!--"u8)) at += After(rest, "-->"u8);
            else if (rest.StartsWith("<?"u8)) at += After(rest, "?>"u8);
            else if (rest.StartsWith("<!"u8)) at += AfterDoctype(rest);
            else return Name(rest[1..]);
        }
        return "";
    }

    private static int After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end) => text.IndexOf(end) is var at and >= 0 ? at + end.Length : text.Length;

    private static int AfterDoctype(ReadOnlySpan<byte> text)
    {
        var bracket = text.IndexOf((byte)'[');
        var close = text.IndexOf((byte)'>');
        return bracket >= 0 && bracket < close ? After(text, "]>"u8) : After(text, ">"u8);
    }

    private static string Name(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(" \t\r\n/>"u8);
        return Encoding.ASCII.GetString(end < 0 ? text[..Math.Min(text.Length, 20)] : text[..Math.Min(end, 20)]);
    }
}
