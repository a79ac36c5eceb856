using System.Globalization;
using System.Text.RegularExpressions;
using Readout.App.Running;
using Readout.Gold;
using Readout.Syntax;

namespace Readout.Tests.Gold;

/// <summary>The reading keeps its scores. Raise a floor in <c>eval/floors.json</c> when a better reader lands; never lower one silently.</summary>
public sealed class FloorTests
{
    private static readonly Lazy<Reader> Reader = new(() => new Reader(Known.Knowledge, LanguageModel.Load(Path.Combine(Repository.Root, "models"))));

    [Fact]
    public void Our_own_gold_articles_keep_their_floors() => Holds("eval/gold", GoldFolder.At(Path.Combine(Repository.Root, "eval", "gold")));

    [Fact]
    public void The_shared_gold_articles_keep_their_floors() => Holds("shared", new GoldFolder(Repository.Shared("data/gold/dev-texts.jsonl"), Repository.Shared("data/gold/dev")));

    /// <summary>The README may say no more than what <c>readout check --gold eval/gold --part check</c> prints, give or take a point and a half.</summary>
    [Fact]
    public void The_figures_of_the_README_are_those_of_the_check_part()
    {
        var scores = GoldFolder.At(Path.Combine(Repository.Root, "eval", "gold"), "check").Score(Reader.Value.Read, () => { }, TestContext.Current.CancellationToken).Scores.ToDictionary(s => s.Kind);
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        Says("| people in whole articles", scores["people"].F1, scores["offices"].F1);
        Says("| who said what in whole articles", scores["statements"].F1, scores["speakers"].F1);
        Says("| what states want", scores["positions"].F1);
        Says("| what happened", scores["events"].F1, scores["events"].Precision);

        void Says(string start, params double[] measured)
        {
            var row = Assert.Single(rows, r => r.StartsWith(start, StringComparison.Ordinal));
            var figures = Regex.Matches(row.Split('|')[^2], @"\.\d+").Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(measured.Length, figures.Count);
            Assert.All(measured.Zip(figures), f => Assert.True(Math.Abs(f.First - f.Second) < .015, $"README.md says {f.Second} where {f.First:0.000} is measured: {row}"));
        }
    }

    [Fact]
    public void A_score_below_its_floor_is_named()
    {
        var file = Path.Combine(Path.GetTempPath(), $"floors-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, """{"here": {"events": 0.5, "people": 0.5}}""");
        try
        {
            var broken = new Floors(file).Broken("here", [new GoldScore("events", 10, 10, 4), new GoldScore("people", 10, 10, 6)]);
            Assert.Equal(["here: events scores 0.400, below its floor of 0.500"], broken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Holds(string set, GoldFolder gold)
    {
        var scorer = gold.Score(Reader.Value.Read, () => { }, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, scorer.Scores[0].Gold);
        Assert.Empty(new Floors(Path.Combine(Repository.Root, "eval", "floors.json")).Broken(set, scorer.Scores));
    }
}
