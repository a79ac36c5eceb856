using System.Text;

namespace Readout.Pages.Decoding;

/// <summary>The character set that a page declares of itself in a meta element or an XML declaration.</summary>
internal static class CharsetDeclaration
{
    // The HTML standard looks at 1024 bytes; pages in the wild put scripts first.
    private const int Reach = 8192;

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && Value(head, head.IndexOf("encoding", StringComparison.Ordinal), head.IndexOf("?>", StringComparison.Ordinal)) is { } xml) return xml;
        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = head.IndexOf('>', at);
            if (end < 0) return null;
            if (Value(head, head.IndexOf("charset", at, end - at, StringComparison.OrdinalIgnoreCase), end) is { } value) return value;
        }
        return null;
    }

    /// <summary>What stands behind <c>name=</c>, with or without quotation marks.</summary>
    private static string? Value(string head, int name, int end)
    {
        if (name < 0 || end < name) return null;
        var equals = head.IndexOf('=', name, end - name);
        if (equals < 0) return null;
        var value = head[(equals + 1)..end].TrimStart().TrimStart('"', '\'').TrimStart();
        var length = value.AsSpan().IndexOfAny("\"'; />\t\r\n");
        return length < 0 ? value : value[..length];
    }
}
