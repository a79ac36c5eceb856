namespace Readout.Web.Reading;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>What changed between two states of a text, word by word.</summary>
internal static class WordDiff
{
    // Cells of the table; longer texts are compared by paragraph.
    private const int Most = 6_000_000;

    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if ((long)old.Count * now.Count > Most) (old, now) = (Paragraphs(before), Paragraphs(after));
        if ((long)old.Count * now.Count > Most) return [new DiffPiece(DiffKind.Removed, before), new DiffPiece(DiffKind.Added, after)];
        return Joined(Steps(old, now));
    }

    private static IEnumerable<DiffPiece> Steps(List<string> old, List<string> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var (at, to) = (0, 0);
        while (at < old.Count || to < now.Count)
        {
            if (at < old.Count && to < now.Count && old[at] == now[to])
            {
                yield return new DiffPiece(DiffKind.Same, old[at++]);
                to++;
            }
            else if (to >= now.Count || (at < old.Count && lengths[at + 1, to] >= lengths[at, to + 1]))
            {
                yield return new DiffPiece(DiffKind.Removed, old[at++]);
            }
            else
            {
                yield return new DiffPiece(DiffKind.Added, now[to++]);
            }
        }
    }

    private static List<DiffPiece> Joined(IEnumerable<DiffPiece> steps)
    {
        var joined = new List<DiffPiece>();
        foreach (var step in steps)
        {
            if (joined.Count > 0 && joined[^1].Kind == step.Kind) joined[^1] = step with { Text = joined[^1].Text + step.Text };
            else joined.Add(step);
        }
        return joined;
    }

    /// <summary>Words with the white space behind them, so that they can be put together again.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }

    private static List<string> Paragraphs(string text) => [.. text.Split("\n\n").Select(p => p + "\n\n")];
}
