using Readout.Phrases;

namespace Readout.Time;

internal enum Tense
{
    Unknown,
    Past,
    Present,
    Future,
}

/// <summary>Tells the tense around a time expression from the nearest verb forms: before it in the sentence, then after it.</summary>
/// <remarks>No parse is needed, so that the speed stays that of a word list; the words stand in <c>time/tense.tsv</c>.</remarks>
internal sealed class TenseReader(PhraseLexicon lexicon, string text)
{
    // A sentence of news holds its governing verb within this many words of its date; further away a wrong verb is likelier.
    private const int Reach = 25;

    private readonly int category = lexicon.Id("tense");
    private readonly int past = lexicon.Id("past"), future = lexicon.Id("future"), present = lexicon.Id("present");

    public Tense At(List<PhraseToken> tokens, int start, int end)
    {
        var before = Tense.Unknown;
        for (var i = start - 1; i >= Math.Max(0, start - Reach) && !IsEnd(tokens, i); i--)
        {
            var found = Of(tokens[i]);
            if (found == Tense.Future) return Tense.Future;
            if (found != Tense.Unknown && before == Tense.Unknown) before = found;
            // "will", "to" stand just before their verb, so look two words past the first verb and no further.
            if (before != Tense.Unknown && i < start - 1 && found == Tense.Unknown && Of(tokens[i + 1]) == Tense.Unknown) break;
        }
        if (before != Tense.Unknown) return before;
        for (var i = end; i < Math.Min(tokens.Count, end + Reach) && !IsEnd(tokens, i); i++)
            if (Of(tokens[i]) is not Tense.Unknown and var found) return found;
        return Tense.Unknown;
    }

    public static bool IsEnd(List<PhraseToken> tokens, int at) =>
        tokens[at].Shape == TokenShape.Border || tokens[at].Word?.Form is "." or "!" or "?" or ";";

    private Tense Of(PhraseToken token)
    {
        if (token.Word is { } word)
            foreach (var sense in word.Senses)
                if (sense.Category == category) return sense.Grain == past ? Tense.Past : sense.Grain == future ? Tense.Future : sense.Grain == present ? Tense.Present : Tense.Unknown;
        return token.Shape == TokenShape.Word && token.Span.Length > 4 && token.Span.Of(text).EndsWith("ed", StringComparison.Ordinal) ? Tense.Past : Tense.Unknown;
    }
}
