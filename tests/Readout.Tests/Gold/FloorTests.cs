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
