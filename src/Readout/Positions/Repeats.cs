namespace Readout.Positions;

/// <summary>What the article said before of the same holder and stance.</summary>
internal sealed class Repeats
{
    private readonly Dictionary<string, int> byTopic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byStance = new(StringComparer.Ordinal);

    /// <summary>Signs of a draft; drafts are given in the order of the text.</summary>
    public IEnumerable<string> Of(PositionDraft draft)
    {
        var stance = draft.Position.Holder + draft.Position.Stance;
        var before = (Topic: Count(byTopic, stance + draft.Position.Topic), Stance: Count(byStance, stance));
        yield return before.Topic > 0 ? "topic-again" : "topic-new";
        yield return "stance-before:" + Math.Min(3, before.Stance);
    }

    private static int Count(Dictionary<string, int> counts, string key)
    {
        var before = counts.GetValueOrDefault(key);
        counts[key] = before + 1;
        return before;
    }
}
