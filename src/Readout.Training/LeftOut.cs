using System.Text.Json;
using Readout.Events;

namespace Readout.Training;

/// <summary>What weights make of an article that they were not fitted to, as a line of JSON: recorded events, chosen and possible readings. <c>eval/event_causes.py</c> counts the causes of error in it.</summary>
internal static class LeftOut
{
    /// <param name="report">The calibration of confidences.</param>
    public static string Line(EventLesson lesson, bool isCheck, RuleBook rules, Weights weights, Calibration report)
    {
        var chosen = EventFinder.Choose(lesson.Drafts, rules, weights);
        var owner = EventMatching.Match(lesson.Gold.Events, chosen, lesson.Gold.Text);
        return JsonSerializer.Serialize(new
        {
            id = lesson.Gold.Id,
            check = isCheck,
            text = lesson.Gold.Text,
            gold = lesson.Gold.Events.Select(g => new { type = g.Type, actors = g.Actors, recipients = g.Recipients, mutual = g.Mutual, evidence = g.Evidence }),
            chosen = chosen.Select((d, i) => new { gold = owner[i], confidence = Math.Round(report.Of(weights.Keep(d.Signs)), 3), status = d.Event.Status.ToString(), why = d.Event.Why.ToString(), reading = Reading(d) }),
            readings = lesson.Drafts.Select((d, i) => new { right = lesson.Right[i], pick = Math.Round(weights.Pick(d.Signs), 3), sentence = Span(d.Match.Clause.Parse.Span), actorAt = d.Match.ActorFrom ?? d.Match.ActorAt, recipientAt = d.Match.RecipientFrom ?? d.Match.RecipientAt, reading = Reading(d) }),
        });
    }

    private static object Reading(EventDraft d) => new { clause = $"{d.Match.Clause.Sentence}.{d.Match.Clause.Word}{(d.Match.Pattern.IsTold ? "t" : "")}", word = d.Match.Clause.Lemma, rule = d.Match.Rule.Name, type = d.Event.Type, actors = d.Actors, recipients = d.Recipients, mutual = d.Event.Mutual, evidence = Span(d.Event.Evidence) };

    private static int[] Span(TextSpan span) => [span.Start, span.End];
}
