using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Statements;

/// <summary>What stands around a cue: when it was said and who carried it.</summary>
internal sealed class StatementCircumstances(ArticleWords words, CueLexicon lexicon, IReadOnlyList<Entity> entities, IReadOnlyList<TimeExpression> times)
{
    private const int LongestCarrier = 12;

    /// <summary>The day (month, year) in the cue's sentence and outside the content; null when there is none.</summary>
    public string? Date(Draft draft)
    {
        if (draft.CueWord < 0) return null;
        var sentence = words.SentenceSpan(words.Sentence(draft.CueWord));
        foreach (var time in times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Value is not { } value || !sentence.Contains(time.Span)) continue;
            if (draft.Content.Any(c => c.Overlaps(time.Span)) || !IsCalendar(value)) continue;
            return value.Length > 10 ? value[..10] : value;
        }
        return null;
    }

    // "2021", "2021-03", "2021-03-18", with or without a time of day behind it; no weeks, seasons or vague references.
    private static bool IsCalendar(string value)
    {
        for (var i = 0; i < Math.Min(10, value.Length); i++)
            if (i is 4 or 7 ? value[i] != '-' : !char.IsAsciiDigit(value[i])) return false;
        return value.Length is 4 or 7 or 10 || (value.Length > 10 && value[10] == 'T');
    }

    /// <summary>Entities behind "carried by", "published in" in the cue's sentence, outside the content.</summary>
    public IReadOnlyList<string> Via(Draft draft, string? speaker)
    {
        if (draft.CueWord < 0) return [];
        var (start, end) = words.WordsOf(words.Sentence(draft.CueWord));
        for (var i = start; i + 1 < end; i++)
        {
            if (words[i].Xpos != "VBN" || !lexicon.Is(CueWordRole.Carrier, words[i].Lemma)) continue;
            if (!(words.Is(i + 1, "by") || words.Is(i + 1, "in") || words.Is(i + 1, "on")) || draft.Content.Any(c => c.Contains(words[i].Span))) continue;
            var carrier = Carrier(i + 2, end);
            return [.. entities.Where(e => e.Id != speaker && e.Kind is not (EntityKind.State or EntityKind.Place) && e.Mentions.Any(m => m.Span.Overlaps(carrier))).Select(e => e.Id).Distinct(StringComparer.Ordinal)];
        }
        return [];
    }

    private TextSpan Carrier(int from, int end)
    {
        var to = from;
        while (to < end && to < from + LongestCarrier && !words.IsPunctuation(to) && (words[to].Upos is not Upos.Adp || words.Is(to, "of"))) to++;
        return to > from ? words.Span(new(from, to)) : default;
    }
}
