namespace Readout.Pages.PlainText;

/// <summary>Lines between blank lines.</summary>
internal sealed record LineGroup(IReadOnlyList<string> Lines, IReadOnlyList<string> Paragraphs)
{
    public string Text => string.Join(' ', Lines);
}

/// <summary>Parts plain text into groups of lines, and tells paragraphs broken to a width from lines that stand by themselves.</summary>
internal static class TextLines
{
    private const int NarrowestWrap = 40, WidestWrap = 110;

    public static IReadOnlyList<LineGroup> Groups(string text)
    {
        var groups = new List<LineGroup>();
        var lines = new List<string>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = Plain(raw);
            if (line.Length > 0) lines.Add(line);
            else Close(groups, ref lines);
        }
        Close(groups, ref lines);
        return groups;
    }

    private static void Close(List<LineGroup> groups, ref List<string> lines)
    {
        if (lines.Count == 0) return;
        groups.Add(new LineGroup(lines, IsWrapped(lines) ? [string.Join(' ', lines)] : lines));
        lines = [];
    }

    /// <summary>All lines but the last are of about one width, and few end a sentence.</summary>
    private static bool IsWrapped(List<string> lines)
    {
        if (lines.Count < 2 || lines.Distinct(StringComparer.Ordinal).Count() < lines.Count) return false;
        var full = lines.Take(lines.Count - 1).ToList();
        return full.TrueForAll(l => l.Length is >= NarrowestWrap and <= WidestWrap) && full.Max(l => l.Length) - full.Min(l => l.Length) <= 30 && full.Count(l => l[^1] is '.' or '!' or '?' or ':') * 2 <= full.Count;
    }

    private static string Plain(ReadOnlySpan<char> raw) => string.Join(' ', raw.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('\u200B', '\uFEFF', ' ');
}
