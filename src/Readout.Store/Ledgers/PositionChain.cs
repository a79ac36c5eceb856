using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>How positions follow one another: for each, what it is to the one that its holder took before on the topic.</summary>
internal sealed class PositionChain(DbConnection connection, DateOnly? asOf)
{
    // Two reports of one speech come within days and in the same words.
    private const int DaysOfReporting = 3;
    private const double SameWords = 0.6;

    private readonly Dictionary<(string Holder, string Topic), List<Step>> chains = [];
    private readonly Asking.Names names = new(connection);

    private sealed record Step(FoundPosition Position, HashSet<string> Words, PositionChange Change, Step? Earlier);

    /// <summary>The position with what it is to the earlier one.</summary>
    public FoundPosition Placed(FoundPosition position)
    {
        var step = Chain(Key(position)).Find(s => s.Position.Id == position.Id);
        return step is null ? position : position with
        {
            Change = step.Change,
            Earlier = step.Earlier?.Position is { } earlier ? new EarlierPosition(earlier.Id, earlier.Stance, earlier.Sentence, earlier.Citation with { Span = earlier.SentenceSpan }) : null,
        };
    }

    /// <summary>Who holds it: the state or body, else the entity.</summary>
    public static (string Holder, string Topic) Key(FoundPosition position) => (position.Holder.Code ?? position.Holder.Id, position.Topic);

    private List<Step> Chain((string Holder, string Topic) key)
    {
        if (chains.TryGetValue(key, out var known)) return known;
        var where = new Where().Published(asOf).And("p.topic = ?", key.Topic).And("(p.holder_code = ? OR p.holder = ?)", key.Holder, key.Holder).And("v.published IS NOT NULL");
        var chain = new List<Step>();
        foreach (var position in PositionRows.Find(connection, where, "v.published", int.MaxValue, names)) chain.Add(Next(chain, position));
        return chains[key] = chain;
    }

    private static Step Next(List<Step> chain, FoundPosition position)
    {
        var words = ActWords.Of(position.Sentence, 0, position.Sentence.Length);
        var before = chain.FindLast(s => s.Change != PositionChange.Repeated);
        if (before is null) return new Step(position, words, PositionChange.New, null);
        var repeated = chain.FindLast(s => s.Position.Stance == position.Stance && Days(s.Position, position) <= DaysOfReporting && ActWords.Shared(s.Words, words) >= SameWords);
        if (repeated is not null) return new Step(position, words, PositionChange.Repeated, repeated.Change == PositionChange.Repeated ? repeated.Earlier : repeated);
        return new Step(position, words, Compare(before.Position, position), before);
    }

    private static PositionChange Compare(FoundPosition before, FoundPosition now)
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

    private static int Days(FoundPosition one, FoundPosition other) => Math.Abs((IsoPeriod.Number(one.Citation.Published) ?? 0) - (IsoPeriod.Number(other.Citation.Published) ?? int.MaxValue / 2));
}
