using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Readout.Store.Watching;

namespace Readout.App.Running;

/// <summary>An answer of a watch.</summary>
/// <param name="Key">Changes when there is something new to report: a meeting that is moved is a new entry.</param>
internal sealed record WatchEntry(string Key, FeedEntry Feed, string Json);

/// <summary>What a watch answers now.</summary>
internal static class WatchEntries
{
    private const int Most = 1000;

    public static IReadOnlyList<WatchEntry> Of(Watch watch, ReadingStore store, DateOnly today)
    {
        var selection = new Selection { Actors = watch.Actors, Words = watch.Words, Types = watch.Types, Place = watch.Place, Limit = Most };
        return watch.Kind switch
        {
            WatchKind.Statements => [.. store.Ask(new SaidQuestion { Selection = selection }).Select(s => Entry(s.Id, Feed(s), new StatementShape(), s))],
            WatchKind.Meetings => [.. store.Ask(new CalendarQuestion { Selection = selection, Today = today }).Select(m => Entry($"{m.Id}/{m.State}/{m.Date}", Feed(m), new MeetingShape(), m))],
            WatchKind.Demands => [.. store.Ask(new DemandsQuestion { Selection = selection }).Select(d => Entry($"{d.First.Id}/{d.State}/{d.Times}", Feed(d), new DemandShape(), d))],
            _ => [.. store.Ask(new TimelineQuestion { Selection = selection, Latest = true }).Select(e => Entry(e.Act, Feed(e), new EventShape(), e))],
        };
    }

    private static WatchEntry Entry<T>(string key, FeedEntry feed, Shape<T> shape, T record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WritePropertyName("entry");
            shape.Write(json, record);
            json.WriteEndObject();
        }
        return new WatchEntry(key, feed, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static FeedEntry Feed(FoundEvent e) => new(e.Act, $"{e.Type}: {Names(e.Actors)}{(e.Recipients.Count > 0 ? " → " + Names(e.Recipients) : "")}", e.Sentence, e.Citation with { Span = e.SentenceSpan });

    private static FeedEntry Feed(FoundStatement s) => new(s.Id, s.Speaker?.Name ?? "unnamed", s.Text, s.Citation);

    private static FeedEntry Feed(FoundMeeting m) =>
        new(m.Id, $"{m.State}: {Names(m.Sides)}", m.Steps[^1].Event.Sentence, m.Steps[^1].Event.Citation);

    private static FeedEntry Feed(FoundDemand d) => new(d.First.Id, $"{d.State}: {d.Last.Holder.Name}, {d.Last.Topic}", d.Answer?.Sentence ?? d.Last.Sentence, d.Answer?.Citation ?? d.Last.Citation);

    private static string Names(IEnumerable<Party> parties) => string.Join(", ", parties.Select(p => p.Name));
}
