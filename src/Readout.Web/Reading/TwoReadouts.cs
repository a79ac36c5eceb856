namespace Readout.Web.Reading;

/// <summary>A sentence of one account, and whether the other account says the same.</summary>
/// <param name="Shared">Share of its words that the nearest sentence of the other account has, 0 to 1.</param>
/// <param name="Near">Where that sentence begins in the other account.</param>
internal sealed record ComparedSentence(TextSpan Span, string Text, double Shared, int? Near)
{
    // Half of the content words: wire copies share nearly all, two accounts of one fact about half.
    public bool IsOnly => Shared < 0.4;
}

/// <summary>Two accounts of one meeting, sentence by sentence.</summary>
internal static class TwoReadouts
{
    public static (IReadOnlyList<ComparedSentence> One, IReadOnlyList<ComparedSentence> Other) Compare(string one, IReadOnlyList<TextSpan> oneSentences, string other, IReadOnlyList<TextSpan> otherSentences)
    {
        List<(TextSpan Span, HashSet<string> Words)> left = [.. oneSentences.Select(s => (s, Words(s.In(one))))];
        List<(TextSpan Span, HashSet<string> Words)> right = [.. otherSentences.Select(s => (s, Words(s.In(other))))];
        return ([.. left.Select(s => Nearest(s, one, right))], [.. right.Select(s => Nearest(s, other, left))]);
    }

    private static ComparedSentence Nearest((TextSpan Span, HashSet<string> Words) sentence, string text, List<(TextSpan Span, HashSet<string> Words)> others)
    {
        var best = others.Select(o => (Shared: sentence.Words.Count == 0 ? 1 : (double)sentence.Words.Count(o.Words.Contains) / sentence.Words.Count, o.Span)).OrderByDescending(o => o.Shared).FirstOrDefault();
        return new ComparedSentence(sentence.Span, sentence.Span.In(text).ReplaceLineEndings(" "), best.Shared, others.Count > 0 ? best.Span.Start : null);
    }

    /// <summary>Words that carry content, cut to their beginnings so that "agreed" meets "agree".</summary>
    private static HashSet<string> Words(string sentence)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in sentence.Split([.. sentence.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length > 3 || word.Any(char.IsDigit)) words.Add(word.ToLowerInvariant() is var lower && lower.Length > 5 ? lower[..5] : lower);
        return words;
    }
}
