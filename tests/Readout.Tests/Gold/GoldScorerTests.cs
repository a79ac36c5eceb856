using Readout.Gold;

namespace Readout.Tests.Gold;

public sealed class GoldScorerTests
{
    private const string Article = """
        {"id": "seoul", "published": "2021-03-18",
         "events": [{"type": "CONSULT", "actors": ["USA:GOV"], "recipients": ["KOR:GOV"], "mutual": true, "date": "2021-03-18", "status": "happened", "evidence": "the ministers met in Seoul"},
                    {"type": "REJECT", "actors": ["PRK:GOV"], "recipients": ["USA"], "mutual": false, "date": null, "status": "happened", "evidence": "Pyongyang turned down the offer"}],
         "statements": [{"speaker": "Antony Blinken", "form": "direct", "content": ["We are committed to this", "and to our allies"]}],
         "positions": [{"holder": "PRK", "stance": "refuses", "topic": "talks", "evidence": "no contact of any kind can be possible"}],
         "agreements": [{"name": "Special Measures Agreement", "parties": ["USA", "KOR"], "status": "signed", "evidence": "signed an agreement"}],
         "people": [{"name": "Antony Blinken", "country": "USA", "office": "Secretary of State"}]}
        """;

    [Fact]
    public void A_reading_that_equals_the_gold_scores_one()
    {
        var gold = GoldReading.Parse(Article);
        var scores = Score(gold, gold);
        Assert.All(scores, s => Assert.Equal(1, s.F1));
        Assert.Equal(2, scores[0].Gold);
    }

    [Fact]
    public void An_invented_event_costs_precision_and_a_missed_one_recall()
    {
        var gold = GoldReading.Parse(Article);
        var invented = new GoldEvent("ASSAULT", ["PRK"], ["KOR"], false, null, "happened", "fired");
        var scores = Score(gold, gold with { Events = [gold.Events[0], invented] });
        Assert.Equal((0.5, 0.5), (scores[0].Precision, scores[0].Recall));
    }

    [Fact]
    public void Another_type_of_the_same_quad_class_counts_there_only()
    {
        var gold = GoldReading.Parse(Article);
        var scores = Score(gold, gold with { Events = [gold.Events[0] with { Type = "AGREE" }, gold.Events[1]] });
        Assert.Equal(1, scores[0].Both);
        Assert.Equal(2, scores[1].Both);
    }

    [Theory]
    [InlineData("Blinken", true)]
    [InlineData("A. Blinken", true)]
    [InlineData("Lloyd Austin", false)]
    public void A_speaker_is_right_when_the_name_is(string name, bool right)
    {
        var gold = GoldReading.Parse(Article);
        var scores = Score(gold, gold with { Statements = [gold.Statements[0] with { Speaker = name }] });
        Assert.Equal(right ? 1 : 0, scores.Single(s => s.Kind == "speakers").Both);
        Assert.Equal(1, scores.Single(s => s.Kind == "statements").Both);
    }

    [Fact]
    public void Matching_is_one_to_one_and_as_large_as_can_be()
    {
        var pairs = Matching.Largest([[0, 1], [0], []]);
        Assert.Equal([(0, 1), (1, 0)], pairs.Select(p => (p.Key, p.Value)).Order());
    }

    private static IReadOnlyList<GoldScore> Score(GoldReading gold, GoldReading found)
    {
        var scorer = new GoldScorer();
        scorer.Add(gold, found);
        return scorer.Scores;
    }
}
