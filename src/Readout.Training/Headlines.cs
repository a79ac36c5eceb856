using System.Collections.Frozen;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>
/// Some sentences come a second time as a headline would write them, with the same tags, tree and names: so the network learns that capitals
/// say nothing where every word has them.
/// </summary>
internal static class Headlines
{
    private const int LongestSentence = 24;
    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "nor", "by", "from", "with", "as"], StringComparer.Ordinal);

    /// <summary>The words of the copy, or null for most sentences. One in eight comes in title case, one in forty in capitals.</summary>
    public static string[]? Copy(string[] words)
    {
        if (words.Length > LongestSentence) return null;
        return (StableHash.Of(string.Join(' ', words)) % 40) switch
        {
            < 5 => [.. words.Select((word, i) => i > 0 && Small.Contains(word) ? word : Title(word))],
            5 => [.. words.Select(w => w.ToUpperInvariant())],
            _ => null,
        };
    }

    // Clitics ("'s", "n't") stay small.
    private static string Title(string word) => word.Contains('\'', StringComparison.Ordinal) || word.Contains('’', StringComparison.Ordinal) ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
