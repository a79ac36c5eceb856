using Readout.Phrases;

namespace Readout.Time;

internal enum Tense
{
    Unknown,
    Past,
    Present,
    Future,

    /// <summary>Whatever the verbs say, the date lies behind: "the first since June".</summary>
    Behind,
}

/// <summary>Tells the tense around a time expression from the nearest verb forms: before it in the sentence, then after it.</summary>
/// <remarks>No parse is needed, so that the speed stays that of a word list; the words stand in <c>time/tense.tsv</c>.</remarks>
internal sealed class TenseReader
{
    // A sentence of news holds its governing verb within this many words of its date; further away a wrong verb is likelier.
    private const int Reach = 25;

    private readonly string text;
    private readonly int tense, toward, limit, behind, helper, past, future, present;
    private readonly PhraseWord to;

    public TenseReader(PhraseLexicon lexicon, string text)
    {
        this.text = text;
        (tense, toward, limit, behind, helper) = (lexicon.Id("tense"), lexicon.Id("toward"), lexicon.Id("limit"), lexicon.Id("behind"), lexicon.Id("helper"));
        (past, future, present) = (lexicon.Id("past"), lexicon.Id("future"), lexicon.Id("present"));
        to = lexicon.Add("to");
    }

    public Tense At(PhraseChart chart, int start, int end)
    {
        var tokens = chart.Tokens;
        if (IsBehind(chart, start)) return Tense.Behind;
        if (IsAhead(chart, start)) return HasHad(tokens, start) ? Tense.Past : Tense.Future;
        // "Friday's vote" is a thing of the past, unless the verb that follows says otherwise.
        var isPossessive = end < tokens.Count && tokens[end].Word?.Form == "'s";
        var before = isPossessive ? Tense.Unknown : Before(tokens, start);
        if (before != Tense.Unknown) return before;
        for (var i = end; i < Math.Min(tokens.Count, end + Reach) && !IsEnd(tokens, i); i++)
            if (Of(tokens[i]) is not Tense.Unknown and var found) return found;
        return isPossessive ? Tense.Past : Tense.Unknown;
    }

    // It had been due to expire by Friday.
    private static bool HasHad(List<PhraseToken> tokens, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach) && !IsEnd(tokens, i); i--)
            if (tokens[i].Word?.Form is "had" or "hadn't") return true;
        return false;
    }

    // until Friday, as early as next week
    private bool IsAhead(PhraseChart chart, int start) => EndsBefore(chart, start, limit);

    // since June
    private bool IsBehind(PhraseChart chart, int start) => EndsBefore(chart, start, behind);

    private static bool EndsBefore(PhraseChart chart, int start, int category)
    {
        for (var from = start - 1; from >= Math.Max(0, start - 3); from--)
            for (var edge = chart.At(from); edge is not null; edge = edge.Sibling)
                if (edge.Category == category && edge.End == start) return true;
        return false;
    }

    private Tense Before(List<PhraseToken> tokens, int start)
    {
        var nearest = Tense.Unknown;
        for (var i = start - 1; i >= Math.Max(0, start - Reach) && !IsEnd(tokens, i); i--)
        {
            if (i > 0 && tokens[i].Word == to && Has(tokens[i - 1], toward)) return Tense.Future;
            if (nearest != Tense.Unknown && Has(tokens[i], helper)) continue;
            var found = Of(tokens[i]);
            if (found == Tense.Future) return Tense.Future;
            // "will have been" stands just before its participle, so look past the first verb over its helpers and no further.
            if (nearest != Tense.Unknown) return nearest;
            nearest = found;
        }
        return nearest;
    }

    public static bool IsEnd(List<PhraseToken> tokens, int at) =>
        tokens[at].Shape == TokenShape.Border || tokens[at].Word?.Form is "." or "!" or "?" or ";";

    private static bool Has(PhraseToken token, int category) => token.Word is { } word && word.Senses.Exists(s => s.Category == category);

    private Tense Of(PhraseToken token)
    {
        if (token.Word is { } word)
            foreach (var sense in word.Senses)
                if (sense.Category == tense) return sense.Grain == past ? Tense.Past : sense.Grain == future ? Tense.Future : sense.Grain == present ? Tense.Present : Tense.Unknown;
        return token.Shape == TokenShape.Word && !token.Capital && token.Span.Length > 4 && token.Span.Of(text).EndsWith("ed", StringComparison.Ordinal) ? Tense.Past : Tense.Unknown;
    }
}
