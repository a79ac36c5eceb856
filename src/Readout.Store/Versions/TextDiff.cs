namespace Readout.Store.Versions;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of two texts.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>How one text became another: by lines, and inside lines that were changed by words.</summary>
internal static class TextDiff
{
    // A table of all pairs; beyond this two texts are taken as replaced.
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var pieces = new List<DiffPiece>();
        var lines = Pieces(Lines(before), Lines(after));
        for (var i = 0; i < lines.Count; i++)
        {
            // A line that went right before one that came is the same line, edited.
            if (lines[i].Kind == DiffKind.Removed && i + 1 < lines.Count && lines[i + 1].Kind == DiffKind.Added)
            {
                foreach (var word in Pieces(Words(lines[i].Text), Words(lines[i + 1].Text))) Append(pieces, word);
                i++;
            }
            else
            {
                Append(pieces, lines[i]);
            }
        }
        return pieces;
    }

    private static List<DiffPiece> Pieces(List<string> before, List<string> after)
    {
        var pieces = new List<DiffPiece>();
        if ((long)before.Count * after.Count > MostCells)
        {
            Append(pieces, new DiffPiece(DiffKind.Removed, string.Concat(before)));
            Append(pieces, new DiffPiece(DiffKind.Added, string.Concat(after)));
            return pieces;
        }
        var longest = Longest(before, after);
        for (int i = 0, j = 0; i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                Append(pieces, new DiffPiece(DiffKind.Same, before[i++]));
                j++;
            }
            else if (j == after.Count || (i < before.Count && longest[i + 1, j] >= longest[i, j + 1]))
            {
                Append(pieces, new DiffPiece(DiffKind.Removed, before[i++]));
            }
            else
            {
                Append(pieces, new DiffPiece(DiffKind.Added, after[j++]));
            }
        }
        return pieces;
    }

    /// <summary>Length of the longest common part of what follows each pair of places.</summary>
    private static int[,] Longest(List<string> before, List<string> after)
    {
        var longest = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
            for (var j = after.Count - 1; j >= 0; j--)
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest;
    }

    private static void Append(List<DiffPiece> pieces, DiffPiece piece)
    {
        if (pieces.Count > 0 && pieces[^1].Kind == piece.Kind) pieces[^1] = piece with { Text = pieces[^1].Text + piece.Text };
        else pieces.Add(piece);
    }

    private static List<string> Lines(string text) => Split(text, c => c == '\n');

    private static List<string> Words(string text) => Split(text, char.IsWhiteSpace);

    /// <summary>Each part with the separator that ends it, so that the parts together are the text.</summary>
    private static List<string> Split(string text, Func<char, bool> ends)
    {
        var parts = new List<string>();
        for (int start = 0, i = 0; i < text.Length; i++)
        {
            if (!ends(text[i]) && i + 1 < text.Length) continue;
            parts.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        return parts;
    }
}
