using System.Text;
using Readout.Events;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>An article read by hand with the readings that the rules offer of it; for each whether a recorded event of its sentence is meant.</summary>
internal sealed record EventLesson(GoldArticle Gold, IReadOnlyList<EventDraft> Drafts, IReadOnlyList<bool> Right);

/// <summary>Fits the weights of <c>events/weights.tsv</c> to articles read by hand, and says how well they hold for articles left out.</summary>
internal sealed class EventTrainer(double prior, RuleBook rules)
{
    private const int Folds = 6;

    // Our own sentences are plainer than those of news: their best threshold is too careful.
    private const double SentenceSlack = 0.035;

    private readonly List<EventLesson> lessons = [];
    private readonly List<EventLesson> checks = [];
    private readonly List<EventLesson> sentences = [];
    private readonly List<(EventLesson Lesson, Weights Weights)> left = [];

    /// <summary><c>--texts A,B --readings A,B --knowledge DIR --models DIR --out FILE [--sentences FILE] [--lines FILE] [--prior N] [--drafts FILE] [--left FILE]</c></summary>
    public static void Run(Options options)
    {
        var knowledge = Knowledge.Load(options.Required("knowledge"));
        var reader = new Reader(knowledge, LanguageModel.Load(options.Required("models")));
        var trainer = new EventTrainer(options.Number("prior", 2f), knowledge.Rules);
        foreach (var (texts, readings) in options.Required("texts").Split(',').Zip(options.Required("readings").Split(',')))
            foreach (var gold in GoldArticle.Read(texts, readings)) trainer.Add(reader, gold);
        if (options.Text("sentences", "") is { Length: > 0 } sentences)
            foreach (var gold in GoldArticle.Sentences(sentences).Concat(GoldArticle.Examples(knowledge.Rules.Examples))) trainer.Add(reader, gold);
        if (options.Text("lines", "") is { Length: > 0 } lines)
            foreach (var gold in GoldArticle.Lines(lines)) trainer.Add(reader, gold);
        var (articles, alone) = trainer.Check();
        var weights = trainer.Fit([.. trainer.lessons, .. trainer.sentences], (articles, alone), out var table);
        EventReport.Held(trainer.checks.SelectMany(l => trainer.Labelled(l, weights)).Select(s => (articles.Of(weights.Keep(s.Signs)), s.Right)).ToList(), trainer.checks.Sum(l => l.Gold.Events.Count), articles.Threshold);
        if (options.Text("out", "") is { Length: > 0 } file) File.WriteAllText(file, string.Join('\n', File.ReadLines(file).TakeWhile(l => l.StartsWith('#'))) + "\n" + table);
        if (options.Text("left", "") is { Length: > 0 } ledger) File.WriteAllLines(ledger, trainer.LeftLines(weights, articles));
        if (options.Text("drafts", "") is { Length: > 0 } path) File.WriteAllLines(path, trainer.lessons.Concat(trainer.checks).SelectMany(l => EventReport.Lines(l, knowledge.Rules, weights)));
    }

    private IEnumerable<string> LeftLines(Weights weights, Calibration articles) =>
        left.Select(l => LeftOut.Line(l.Lesson, false, rules, l.Weights, articles)).Concat(checks.Select(l => LeftOut.Line(l, true, rules, weights, articles)));

    private void Add(Reader reader, GoldArticle gold)
    {
        var page = new Page { Input = gold.Id, Id = gold.Id, Title = gold.Title, Url = gold.Url, Source = gold.Source, Published = gold.Published, Kind = PageKind.Given, Charset = "utf-8", Bytes = Encoding.UTF8.GetBytes(gold.Text) };
        var (drafts, parses) = reader.Drafts(reader.Extract(page));
        var spans = gold.Events.Select(e => gold.Text.IndexOf(e.Evidence, StringComparison.Ordinal) is >= 0 and var start ? new TextSpan(start, start + e.Evidence.Length) : default).ToList();
        bool IsMeant(EventDraft draft) => Enumerable.Range(0, spans.Count).Any(g => spans[g].Overlaps(parses[draft.Match.Clause.Sentence].Span) && EventMatching.Fits(gold.Events[g], draft));
        var lesson = new EventLesson(gold, drafts, [.. drafts.Select(IsMeant)]);
        (gold.IsCheck ? checks : Weights.IsSentence(parses.Count) ? sentences : lessons).Add(lesson);
    }

    private Weights Fit(IReadOnlyList<EventLesson> from, (Calibration Article, Calibration Alone) report, out string table)
    {
        var pick = Choice.Fit([.. from.SelectMany(Clauses)], prior);
        var picks = from.SelectMany(l => l.Drafts.Select((d, i) => new Sample(d.Signs, l.Right[i]))).ToList();
        var first = new Weights(pick, new Dictionary<string, double>());
        var keeps = from.SelectMany(l => Labelled(l, first)).ToList();
        var keep = Logistic.Fit(keeps, prior);
        table = EventReport.Table(pick, picks, keep, keeps, report);
        return new Weights(pick, keep);
    }

    private static IEnumerable<IReadOnlyList<Sample>> Clauses(EventLesson lesson) =>
        lesson.Drafts.Select((d, i) => (Draft: d, lesson.Right[i])).GroupBy(d => EventFinder.ClauseOf(d.Draft)).Select(g => (IReadOnlyList<Sample>)[.. g.Select(d => new Sample(d.Draft.Signs, d.Item2))]);

    private IEnumerable<Sample> Labelled(EventLesson lesson, Weights weights)
    {
        var chosen = EventFinder.Choose(lesson.Drafts, rules, weights);
        var owner = EventMatching.Match(lesson.Gold.Events, chosen, lesson.Gold.Text);
        return chosen.Select((d, i) => new Sample(d.Signs, owner[i] >= 0));
    }

    /// <summary>Weighs every article by the others, prints precision and recall by threshold and returns the best thresholds and the calibration for articles and for sentences.</summary>
    private (Calibration Article, Calibration Alone) Check()
    {
        List<(double Chance, bool Right)> tried = [], alone = [];
        for (var fold = 0; fold < Folds; fold++)
        {
            bool IsLeft(int index) => index % Folds == fold;
            var weights = Fit([.. lessons.Where((_, i) => !IsLeft(i)), .. sentences.Where((_, i) => !IsLeft(i))], (new Calibration(0), new Calibration(0)), out _);
            tried.AddRange(Chances(lessons.Where((_, i) => IsLeft(i)), weights));
            alone.AddRange(Chances(sentences.Where((_, i) => IsLeft(i)), weights));
            left.AddRange(lessons.Where((_, i) => IsLeft(i)).Select(l => (l, weights)));
        }
        var (wanted, reachable) = (lessons.Sum(l => l.Gold.Events.Count), lessons.Sum(l => l.Gold.Events.Count(g => l.Drafts.Any(d => EventMatching.Fits(g, d)))));
        Console.WriteLine($"sentences left out: {sentences.Count}");
        var ofSentences = Calibrated(alone, sentences.Sum(l => l.Gold.Events.Count), careful: false, SentenceSlack);
        Console.WriteLine($"articles left out: {lessons.Count} articles, {wanted} events, {lessons.Sum(l => l.Drafts.Count)} readings, of {reachable} events one fits; {tried.Count} drafts, {tried.Count(t => t.Right)} right");
        return (Calibrated(tried, wanted, careful: true), ofSentences);
    }

    private static Calibration Calibrated(List<(double Chance, bool Right)> tried, int wanted, bool careful, double slack = EventReport.Slack)
    {
        var calibration = Calibration.Fit(tried);
        return calibration with { Threshold = EventReport.Thresholds([.. tried.Select(t => (calibration.Of(t.Chance), t.Right))], wanted, careful, slack) };
    }

    private IEnumerable<(double, bool)> Chances(IEnumerable<EventLesson> from, Weights weights) => from.SelectMany(l => Labelled(l, weights)).Select(s => (weights.Keep(s.Signs), s.Right));
}
