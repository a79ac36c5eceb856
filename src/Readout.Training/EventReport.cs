using System.Globalization;
using System.Text;
using Readout.Events;

namespace Readout.Training;

/// <summary>What the trainer of event weights prints and writes.</summary>
internal static class EventReport
{
    private const double Least = 0.03;
    public const double Slack = 0.02;

    /// <summary>Prints precision and recall by threshold and how far the confidences hold; returns a threshold whose F1 is as good as the best.</summary>
    public static double Thresholds(IReadOnlyList<(double Chance, bool Right)> tried, int wanted, bool careful, double slack = Slack)
    {
        var scores = new List<(double Threshold, double F1)>();
        for (var threshold = 0.05; threshold < 0.75; threshold += 0.05)
        {
            var found = tried.Count(t => t.Chance >= threshold);
            var right = tried.Count(t => t.Chance >= threshold && t.Right);
            double precision = found == 0 ? 0 : (double)right / found, recall = (double)right / wanted, f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
            Print($"threshold {threshold:F2}  P {precision:F3}  R {recall:F3}  F1 {f1:F3}");
            scores.Add((Math.Round(threshold, 2), f1));
        }
        foreach (var bin in tried.GroupBy(t => Math.Min(4, (int)(t.Chance * 5))).OrderBy(g => g.Key))
            Print($"confidence {bin.Key / 5.0:F1}-{(bin.Key + 1) / 5.0:F1}: {bin.Count()} drafts, mean {bin.Average(t => t.Chance):F2}, right {bin.Average(t => t.Right ? 1.0 : 0):F2}");
        // Of thresholds that do equally well: of an article the most careful one, since a reader forgives a gap sooner than an invention; of a sentence the most open one.
        var best = scores.Max(s => s.F1);
        var good = scores.Where(s => s.F1 >= best - slack).ToList();
        return careful ? good[^1].Threshold : good[0].Threshold;
    }

    /// <summary>Prints how the fitted weights do on the articles of the part <c>check</c>.</summary>
    public static void Held(IReadOnlyList<(double Chance, bool Right)> tried, int wanted, double threshold)
    {
        foreach (var at in new[] { threshold, 0.35, 0.5 })
        {
            var (found, right) = (tried.Count(t => t.Chance >= at), tried.Count(t => t.Chance >= at && t.Right));
            if (found > 0) Print($"check part, {wanted} events: threshold {at:F2}  P {(double)right / found:F3}  R {(double)right / wanted:F3}  F1 {2.0 * right / (found + wanted):F3}");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Every draft with its verdict, and every recorded event that no draft meets.</summary>
    public static IEnumerable<string> Lines(EventLesson lesson, RuleBook rules, Weights weights)
    {
        var (gold, chosen) = (lesson.Gold, EventFinder.Choose(lesson.Drafts, rules, weights));
        var owner = EventMatching.Match(gold.Events, chosen, gold.Text);
        for (var i = 0; i < chosen.Count; i++)
        {
            var d = chosen[i];
            yield return string.Create(CultureInfo.InvariantCulture, $"{(owner[i] >= 0 ? "right" : "wrong")}\t{gold.Id}\t{d.Event.Type} {string.Join(',', d.Actors)} > {string.Join(',', d.Recipients)} {d.Event.Status} {d.Event.Date} {weights.Keep(d.Signs):F2}\t{d.Event.Why}\t{d.Event.Evidence.In(gold.Text).ReplaceLineEndings(" ")}\t{string.Join(' ', d.Signs)}");
        }
        for (var g = 0; g < gold.Events.Count; g++)
            if (!owner.Contains(g)) yield return $"missed\t{gold.Id}\t{gold.Events[g].Type} {string.Join(',', gold.Events[g].Actors)} > {string.Join(',', gold.Events[g].Recipients)} {(lesson.Drafts.Any(d => EventMatching.Fits(gold.Events[g], d)) ? "readable" : "")}\t{gold.Events[g].Evidence}";
    }

    public static string Table(IReadOnlyDictionary<string, double> pick, IReadOnlyList<Sample> picks, IReadOnlyDictionary<string, double> keep, IReadOnlyList<Sample> keeps, (Calibration Article, Calibration Alone) report)
    {
        var text = new StringBuilder("stage\tsign\tweight\tseen\n");
        foreach (var (of, calibration) in new[] { ("any", report.Article), ("alone", report.Alone) })
        {
            text.Append(CultureInfo.InvariantCulture, $"threshold\t{of}\t{calibration.Threshold:F2}\t{keeps.Count}\n");
            if (calibration is not { Scale: 1, Shift: 0 }) text.Append(CultureInfo.InvariantCulture, $"scale\t{of}\t{calibration.Scale:F2}\t{keeps.Count}\nshift\t{of}\t{calibration.Shift:F2}\t{keeps.Count}\n");
        }
        Rows(text, "pick", pick, picks);
        Rows(text, "keep", keep, keeps);
        return text.ToString();
    }

    private static void Rows(StringBuilder text, string stage, IReadOnlyDictionary<string, double> weights, IReadOnlyList<Sample> samples)
    {
        var seen = samples.SelectMany(s => s.Signs).GroupBy(s => s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var (sign, weight) in weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            if (Math.Abs(weight) >= Least) text.Append(CultureInfo.InvariantCulture, $"{stage}\t{sign}\t{weight:F2}\t{seen[sign]}\n");
    }
}
