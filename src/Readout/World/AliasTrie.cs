using System.Runtime.InteropServices;

namespace Readout.World;

/// <summary>Names of many words, found in a text at one look-up a word. Letters are compared folded, capitals by <see cref="FitsCase"/>.</summary>
internal sealed class AliasTrie<T>
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<(string Alias, T Target)[]?> targets = [null];

    public void Add(string alias, T target)
    {
        var node = 0;
        for (var at = 0; Words.Next(alias, ref at) is { Length: > 0 } word;) node = Next(node, WordId(word.Of(alias)));
        if (node == 0) return;
        // Nearly all aliases mean one thing.
        targets[node] = targets[node] is { } others ? [.. others, (alias, target)] : [(alias, target)];
    }

    /// <summary>The longest alias that starts at a word, with all that it may mean; null when there is none.</summary>
    public AliasMatch<T>? Longest(Words words, int start)
    {
        AliasMatch<T>? found = null;
        var node = 0;
        for (var i = start; i < words.Count && (i == start || words.Joined(i)); i++)
        {
            if (!vocabulary.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.Folded(i), out var id)) break;
            if (!edges.TryGetValue(Edge(node, id), out node)) break;
            if (targets[node] is not { } here) continue;
            var span = new TextSpan(words[start].Start, words[i].End);
            var fitting = here.Where(t => FitsCase(t.Alias, span.Of(words.Text))).Select(t => t.Target).ToArray();
            if (fitting.Length > 0) found = new AliasMatch<T>(WithFinalStop(words.Text, span, here[0].Alias), start, i + 1, fitting);
        }
        return found;
    }

    // "U.S." ends in a full stop of its own; the words that were matched do not.
    private static TextSpan WithFinalStop(string text, TextSpan span, string alias) =>
        alias.EndsWith('.') && span.End < text.Length && text[span.End] == '.' ? new TextSpan(span.Start, span.End + 1) : span;

    /// <summary>A capital in the alias asks for a capital in the text ("US" is not "us"); lower-case aliases fit any case.</summary>
    private static bool FitsCase(string alias, ReadOnlySpan<char> text)
    {
        var capitals = alias.Count(char.IsUpper);
        if (capitals == 0) return true;
        if (!char.IsUpper(text[0]) && char.IsUpper(alias[0])) return false;
        // "Moon Jae in Seoul" names neither Moon Jae In nor Moon Jae-in.
        if (LastWord(text) is (' ', var last) && char.IsLower(last) && LastWord(alias) is var (before, own) && (char.IsUpper(own) || before == '-')) return false;
        var letters = alias.Count(char.IsLetter);
        if (capitals == letters && letters <= 4) return AllUpper(text) && Dots(alias) == Dots(text);
        return true;
    }

    /// <summary>What stands before the last word, and its first letter.</summary>
    private static (char Before, char Initial) LastWord(ReadOnlySpan<char> name)
    {
        var end = name.TrimEnd(".)");
        var at = end.LastIndexOfAny(" -");
        return at < 0 || at + 1 >= end.Length ? ('\0', name[0]) : (end[at], end[at + 1]);
    }

    private static bool AllUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLower(c)) return false;
        return true;
    }

    // "U.S." and "US" are different words to the trie already; this keeps "C. I. A." from being read as "CIA" of one-letter words.
    private static bool Dots(ReadOnlySpan<char> text) => text.Contains('.');

    private int WordId(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        Fold.Text(word, folded);
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(folded, out var id)) lookup[folded] = id = vocabulary.Count;
        return id;
    }

    private int Next(int node, int word)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, word), out var isKnown);
        if (isKnown) return next;
        targets.Add(null);
        return next = targets.Count - 1;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}

/// <summary>An alias found in a text.</summary>
/// <param name="Start">Index of the first word, half-open with <paramref name="End"/>.</param>
internal sealed record AliasMatch<T>(TextSpan Span, int Start, int End, IReadOnlyList<T> Targets);
