using System.Text;

namespace Readout.Syntax.Network;

/// <summary>What the network sees of a word type: rows of its tables.</summary>
/// <param name="Word">Row of the trained words; 0 when the word was rare.</param>
/// <param name="Vector">Row of the fixed vectors, or -1.</param>
/// <param name="Pieces">Rows of the table of pieces that count fully: prefixes, suffixes, shape, word lists.</param>
/// <param name="Grams">Rows of the table of pieces for character sequences; together they count as one.</param>
internal sealed record WordFeatures(int Word, int Vector, int[] Pieces, int[] Grams)
{
    /// <summary>Weight of each character sequence: sums of n independent rows grow with the root of n.</summary>
    public float GramWeight => Grams.Length == 0 ? 0 : 1 / MathF.Sqrt(Grams.Length);
}

/// <summary>Finds the table rows of a word form. The layout of the table of pieces is stored in models: change it only with a new training.</summary>
internal static class WordShape
{
    public const int PieceRows = Flags + FlagRows;
    public const int FlagRows = 32;

    private const int Prefix1 = 0, Prefix3 = Prefix1 + 512, Suffix1 = Prefix3 + 4096, Suffix2 = Suffix1 + 1024, Suffix3 = Suffix2 + 4096;
    private const int Suffix4 = Suffix3 + 8192, Shape = Suffix4 + 8192, Gram = Shape + 1024, Flags = Gram + 16384;
    private const int MaximumGrams = 40;

    /// <summary>The form as the tables know it: straight quotes, double hyphens, three dots.</summary>
    public static string Normalise(string form) => form switch
    {
        "“" or "”" or "„" or "``" or "''" or "«" or "»" => "\"",
        "’" or "‘" => "'",
        "—" => "--",
        "–" => "-",
        "…" => "...",
        _ => form.Replace('’', '\''),
    };

    /// <param name="normal">A form that went through <see cref="Normalise"/>.</param>
    /// <param name="lower">The same in lower case.</param>
    /// <param name="lists">Bits of the word lists that hold the word.</param>
    public static (int[] Pieces, int[] Grams) Rows(string normal, string lower, uint lists)
    {
        var pieces = new List<int>
        {
            Prefix1 + Row(normal.AsSpan(0, Math.Min(1, normal.Length)), 1, 512),
            Prefix3 + Row(normal.AsSpan(0, Math.Min(3, normal.Length)), 2, 4096),
            Suffix1 + Row(End(lower, 1), 3, 1024),
            Suffix2 + Row(End(lower, 2), 4, 4096),
            Suffix3 + Row(End(lower, 3), 5, 8192),
            Suffix4 + Row(End(lower, 4), 6, 8192),
            Shape + Row(ShapeOf(normal), 7, 1024),
        };
        for (var bit = 0; bit < FlagRows; bit++)
            if ((lists >> bit & 1) != 0) pieces.Add(Flags + bit);
        return ([.. pieces], Grams(lower));
    }

    private static int[] Grams(string lower)
    {
        var marked = $"<{lower}>";
        var rows = new List<int>();
        for (var length = 3; length <= 5; length++)
            for (var start = 0; start + length <= marked.Length && rows.Count < MaximumGrams; start++)
                rows.Add(Gram + Row(marked.AsSpan(start, length), 8, 16384));
        return [.. rows];
    }

    private static ReadOnlySpan<char> End(string text, int length) => text.AsSpan(Math.Max(0, text.Length - length));

    private static int Row(ReadOnlySpan<char> text, uint seed, int rows) => (int)(StableHash.Of(text, seed) % (ulong)rows);

    // "Blinken's" -> "Xxxx'x": classes of characters, runs cut to three.
    private static string ShapeOf(string form)
    {
        var shape = new StringBuilder();
        var last = '\0';
        var run = 0;
        foreach (var character in form)
        {
            var kind = char.IsUpper(character) ? 'X' : char.IsLower(character) ? 'x' : char.IsDigit(character) ? 'd' : character;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 3) shape.Append(kind);
        }
        return shape.ToString();
    }
}
