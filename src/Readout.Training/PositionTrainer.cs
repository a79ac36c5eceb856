using System.Globalization;
using System.Text;
using Readout.Events;
using Readout.Gold;
using Readout.Pages;
using Readout.Positions;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>An article read by hand with the readings that the rules offer of its clauses as positions.</summary>
internal sealed record PositionLesson(GoldArticle Article, IReadOnlyList<GoldPosition> Gold, IReadOnlyList<PositionDraft> Drafts)
{
    public bool Fits(GoldPosition gold, PositionDraft draft) => GoldRules.SamePosition(gold, Found(draft));

    /// <summary>For each chosen draft the recorded position it tells, one to one, or -1.</summary>
    public int[] Match(IReadOnlyList<PositionDraft> chosen)
    {
        var edges = Gold.Select(g => (IReadOnlyList<int>)[.. Enumerable.Range(0, chosen.Count).Where(i => Fits(g, chosen[i])).OrderByDescending(i => GoldWords.F1(g.Evidence, Found(chosen[i]).Evidence))]).ToList();
        var owner = Enumerable.Repeat(-1, chosen.Count).ToArray();
        foreach (var (gold, draft) in Matching.Largest(edges)) owner[draft] = gold;
        return owner;
    }

    public GoldPosition Found(PositionDraft draft) => new(draft.Position.Holder, draft.Position.Stance.ToString().ToLowerInvariant(), draft.Position.Evidence.In(Article.Text));
}

/// <summary>Fits the weights of <c>positions/weights.tsv</c> to articles read by hand, and says how well they hold for articles left out.</summary>
internal sealed class PositionTrainer(double prior)
{
    private const int Folds = 6;

    private readonly List<PositionLesson> lessons = [];
    private readonly List<PositionLesson> checks = [];

    /// <summary><c>--texts A,B --readings A,B --knowledge DIR --models DIR --out FILE [--prior N] [--drafts FILE]</c></summary>
    public static void Run(Options options)
    {
        var reader = new Reader(Knowledge.Load(options.Required("knowledge")), LanguageModel.Load(options.Required("models")));
        var trainer = new PositionTrainer(options.Number("prior", 1.5f));
        foreach (var (texts, readings) in options.Required("texts").Split(',').Zip(options.Required("readings").Split(',')))
            foreach (var article in GoldArticle.Read(texts, readings)) trainer.Add(reader, article, readings);
        var threshold = trainer.Check();
        var weights = trainer.Fit(trainer.lessons, threshold, out var table);
        EventReport.Held(trainer.checks.SelectMany(l => Tried(l, weights)).ToList(), trainer.checks.Sum(l => l.Gold.Count), threshold.Article);
        if (options.Text("out", "") is { Length: > 0 } file) File.WriteAllText(file, string.Join('\n', File.ReadLines(file).TakeWhile(l => l.StartsWith('#'))) + "\n" + table);
        if (options.Text("drafts", "") is { Length: > 0 } path) File.WriteAllLines(path, trainer.Folded().SelectMany(f => Lines(f.Lesson, f.Weights)));
    }

    private void Add(Reader reader, GoldArticle gold, string readings)
    {
        var page = new Page { Input = gold.Id, Id = gold.Id, Title = gold.Title, Url = gold.Url, Source = gold.Source, Published = gold.Published, Kind = PageKind.Given, Charset = "utf-8", Bytes = Encoding.UTF8.GetBytes(gold.Text) };
        var positions = GoldReading.Parse(File.ReadAllText(Path.Combine(readings, gold.Id + ".json"))).Positions;
        (gold.IsCheck ? checks : lessons).Add(new PositionLesson(gold, positions, reader.PositionDrafts(reader.Extract(page))));
    }

    private Weights Fit(IReadOnlyList<PositionLesson> from, (double Article, double Alone) threshold, out string table)
    {
        var picks = from.SelectMany(l => l.Drafts.Select(d => new Sample(d.Signs, l.Gold.Any(g => l.Fits(g, d))))).ToList();
        var pick = Logistic.Fit(picks, prior);
        var keeps = from.SelectMany(l => Labelled(l, new Weights(pick, new Dictionary<string, double>()))).ToList();
        var keep = Logistic.Fit(keeps, prior);
        table = EventReport.Table(pick, picks, keep, keeps, (new Calibration(threshold.Article), new Calibration(threshold.Alone)));
        return new Weights(pick, keep);
    }

    private static IEnumerable<Sample> Labelled(PositionLesson lesson, Weights weights)
    {
        var chosen = PositionFinder.Choose(lesson.Drafts, weights);
        var owner = lesson.Match(chosen);
        return chosen.Select((d, i) => new Sample(d.Signs, owner[i] >= 0));
    }

    private static IEnumerable<(double Chance, bool Right)> Tried(PositionLesson lesson, Weights weights) => Labelled(lesson, weights).Select(s => (weights.Keep(s.Signs), s.Right));

    /// <summary>Weighs every article by the others, prints precision and recall by threshold and returns those that do best.</summary>
    private (double Article, double Alone) Check()
    {
        var tried = Folded().SelectMany(f => Tried(f.Lesson, f.Weights)).ToList();
        var wanted = lessons.Sum(l => l.Gold.Count);
        Console.WriteLine($"{Reach("fitted", lessons)}; {tried.Count} drafts, {tried.Count(t => t.Right)} right");
        Console.WriteLine(Reach("check part", checks));
        var (careful, open) = (EventReport.Thresholds(tried, wanted, careful: true), EventReport.Thresholds(tried, wanted, careful: false));
        // The middle of the stretch where they do equally well: few articles were read, and its ends move with them.
        return (Math.Round((careful + open) / 2, 2), open);
    }

    private static string Reach(string name, List<PositionLesson> lessons) =>
        $"{name}: {lessons.Count} articles, {lessons.Sum(l => l.Gold.Count)} positions, {lessons.Sum(l => l.Drafts.Count)} readings, of {lessons.Sum(l => l.Gold.Count(g => l.Drafts.Any(d => l.Fits(g, d))))} positions one fits";

    /// <summary>Every article with weights fitted to the others.</summary>
    private IEnumerable<(PositionLesson Lesson, Weights Weights)> Folded()
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. lessons.Where((_, i) => i % Folds != fold)], default, out _);
            foreach (var lesson in lessons.Where((_, i) => i % Folds == fold)) yield return (lesson, weights);
        }
    }

    /// <summary>Every draft with its verdict, and every recorded position that no draft meets.</summary>
    private static IEnumerable<string> Lines(PositionLesson lesson, Weights weights)
    {
        var chosen = PositionFinder.Choose(lesson.Drafts, weights);
        var owner = lesson.Match(chosen);
        for (var i = 0; i < chosen.Count; i++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{(owner[i] >= 0 ? "right" : "wrong")}\t{weights.Keep(chosen[i].Signs):F2}\t{lesson.Article.Id}\t{chosen[i].Position.Why}\t{Line(lesson.Found(chosen[i]))}\t{string.Join(' ', chosen[i].Signs)}");
        for (var g = 0; g < lesson.Gold.Count; g++)
            if (!owner.Contains(g)) yield return $"missed\t{(lesson.Drafts.Any(d => lesson.Fits(lesson.Gold[g], d)) ? "readable" : "unread")}\t{lesson.Article.Id}\t{Line(lesson.Gold[g])}\t{Nearest(lesson, lesson.Gold[g])}";
    }

    // The reading whose words are likest, so that a miss shows whether holder, stance or words went wrong.
    private static string Nearest(PositionLesson lesson, GoldPosition gold) =>
        lesson.Drafts.Select(lesson.Found).Select(f => (Found: f, Likeness: GoldWords.F1(gold.Evidence, f.Evidence))).Where(f => f.Likeness >= 0.2).OrderByDescending(f => f.Likeness).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Likeness:F2} {Line(f.Found)}")).FirstOrDefault("no reading");

    private static string Line(GoldPosition position) => position.ToString().ReplaceLineEndings(" ");
}
