using System.Data.Common;
using Readout.Store.Printing;
using Readout.Store.Watching;

namespace Readout.Store.Asking;

/// <summary>What a watch answers now, the latest first; meetings in the order of their days.</summary>
public sealed record WatchEntriesQuestion : Question<IReadOnlyList<WatchEntry>>
{
    public required Watch Watch { get; init; }

    /// <summary>The day as of which a meeting is still to come.</summary>
    public required DateOnly Today { get; init; }

    public int Limit { get; init; } = 1000;

    internal override IReadOnlyList<WatchEntry> Answer(DbConnection connection)
    {
        var selection = new Selection { Actors = Watch.Actors, Words = Watch.Words, Types = Watch.Types, Place = Watch.Place, Limit = Limit };
        return Watch.Kind switch
        {
            WatchKind.Statements => [.. new SaidQuestion { Selection = selection, AsOf = AsOf, Latest = true }.Answer(connection).Select(s => new WatchEntry(s.Id, Feed(s), s))],
            WatchKind.Meetings => [.. new CalendarQuestion { Selection = selection, AsOf = AsOf, Today = Today }.Answer(connection).Select(m => new WatchEntry($"{m.Id}/{m.State}/{m.Date}", Feed(m), m))],
            WatchKind.Demands => [.. new DemandsQuestion { Selection = selection, AsOf = AsOf }.Answer(connection).Select(d => new WatchEntry($"{d.First.Id}/{d.State}/{d.Times}", Feed(d), d))],
            _ => [.. new TimelineQuestion { Selection = selection, AsOf = AsOf, Latest = true }.Answer(connection).Select(e => new WatchEntry(e.Act, Feed(e), e))],
        };
    }

    private static FeedEntry Feed(FoundEvent e) => new(e.Act, $"{e.Type}: {Names(e.Actors)}{(e.Recipients.Count > 0 ? " → " + Names(e.Recipients) : "")}", e.Sentence, e.Citation with { Span = e.SentenceSpan });

    private static FeedEntry Feed(FoundStatement s) => new(s.Id, s.Speaker?.Name ?? "unnamed", s.Text, s.Citation);

    private static FeedEntry Feed(FoundMeeting m) => new(m.Id, $"{m.State}: {Names(m.Sides)}", m.Steps[^1].Event.Sentence, m.Steps[^1].Event.Citation);

    private static FeedEntry Feed(FoundDemand d) => new(d.First.Id, $"{d.State}: {d.Last.Holder.Name}, {d.Last.Topic}", d.Answer?.Sentence ?? d.Last.Sentence, d.Answer?.Citation ?? d.Last.Citation);

    private static string Names(IEnumerable<Party> parties) => string.Join(", ", parties.Select(p => p.Name));
}
