using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;

namespace Readout.Store.Ledgers;

/// <summary>How positions follow one another: for each, what it is to the one that its holder took before on the topic.</summary>
internal sealed class PositionChain(DbConnection connection, DateOnly? asOf)
{
    // Two reports of one speech come within days and in the same words.
    private const int DaysOfReporting = 3, TopicsAtOnce = 200;
    private const double SameWords = 0.6;

    private readonly Dictionary<(string Holder, string Topic), Dictionary<long, Step>> chains = [];

    private sealed record Step(Stand Stand, PositionChange Change, Step? Earlier);

    /// <summary>What each position is to the one before; null for one without a day.</summary>
    public Dictionary<long, PositionChange?> Changes(IReadOnlyList<Stand> stands)
    {
        Load(stands);
        return stands.ToDictionary(s => s.Number, s => StepOf(s)?.Change);
    }

    /// <summary>Those that are the opposite of what their holder took before, each with that.</summary>
    public List<(Stand Now, Stand Before)> Reversals(IReadOnlyList<Stand> stands)
    {
        Load(stands);
        return [.. stands.Select(StepOf).OfType<Step>().Where(s => s.Change == PositionChange.Reversed).Select(s => (s.Stand, s.Earlier!.Stand))];
    }

    /// <summary>Positions in full, each with what it is to the earlier one.</summary>
    public List<FoundPosition> Placed(IReadOnlyList<Stand> stands)
    {
        Load(stands);
        var steps = stands.Select(s => (s.Number, Step: StepOf(s))).ToList();
        var full = PositionRows.ByNumber(connection, [.. steps.SelectMany(s => s.Step?.Earlier is { } before ? new[] { s.Number, before.Stand.Number } : [s.Number]).Distinct()]);
        return [.. steps.Select(s => s.Step is null ? full[s.Number] : full[s.Number] with { Change = s.Step.Change, Earlier = s.Step.Earlier is { } before ? Earlier(full[before.Stand.Number]) : null })];
    }

    private static EarlierPosition Earlier(FoundPosition position) => new(position.Id, position.Stance, position.Sentence, position.Citation with { Span = position.SentenceSpan });

    private Step? StepOf(Stand stand) => chains[stand.Key].GetValueOrDefault(stand.Number);

    /// <summary>The chains of these positions, many at once.</summary>
    private void Load(IReadOnlyList<Stand> stands)
    {
        var missing = stands.Select(s => s.Key).Where(k => !chains.ContainsKey(k)).ToHashSet();
        foreach (var topics in missing.GroupBy(k => k.Topic, StringComparer.Ordinal).Chunk(TopicsAtOnce))
        {
            var holders = topics.SelectMany(t => t).Select(k => k.Holder).Distinct(StringComparer.Ordinal).ToList();
            var marks = string.Join(", ", holders.Select(_ => "?"));
            var where = new Where().Published(asOf).And($"p.topic IN ({string.Join(", ", topics.Select(_ => "?"))})", [.. topics.Select(t => t.Key)])
                .And($"(p.holder_code IN ({marks}) OR p.holder IN ({marks}))", [.. holders, .. holders]).And("v.published IS NOT NULL");
            var members = topics.SelectMany(t => t).ToDictionary(k => k, _ => new List<Stand>());
            foreach (var stand in Stand.Find(connection, where, "v.published"))
                foreach (var holder in stand.Code is { } code && code != stand.Holder ? [code, stand.Holder] : new[] { stand.Holder })
                    if (members.TryGetValue((holder, stand.Topic), out var list)) list.Add(stand);
            foreach (var (key, list) in members) chains[key] = Chain(list);
        }
    }

    private static Dictionary<long, Step> Chain(List<Stand> stands)
    {
        var chain = new List<Step>();
        foreach (var stand in stands) chain.Add(Next(chain, stand));
        return chain.ToDictionary(s => s.Stand.Number);
    }

    private static Step Next(List<Step> chain, Stand stand)
    {
        var before = chain.FindLast(s => s.Change != PositionChange.Repeated);
        if (before is null) return new Step(stand, PositionChange.New, null);
        for (var i = chain.Count - 1; i >= 0 && stand.Day - chain[i].Stand.Day <= DaysOfReporting; i--)
            if (chain[i].Stand.Stance == stand.Stance && ActWords.Shared(chain[i].Stand.Words, stand.Words) >= SameWords) return new Step(stand, PositionChange.Repeated, chain[i].Change == PositionChange.Repeated ? chain[i].Earlier : chain[i]);
        return new Step(stand, Compare(before.Stand, stand), before);
    }

    private static PositionChange Compare(Stand before, Stand now)
    {
        if (before.Stance == now.Stance && (before.Condition is null) == (now.Condition is null)) return PositionChange.Reaffirmed;
        // "Not unless" against "yes" is another condition, not another mind.
        var isFree = before.Condition is null && now.Condition is null;
        return isFree && Sign(before.Stance) * Sign(now.Stance) < 0 ? PositionChange.Reversed : PositionChange.Changed;
    }

    private static int Sign(string stance) => stance switch
    {
        "commits" or "supports" or "offers" or "demands" => 1,
        "opposes" or "refuses" => -1,
        _ => 0,
    };
}
