using Readout.Events;
using Readout.Output;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>The events of the readings as CSV, one row for each; lists inside a cell are parted by <c>|</c>.</summary>
internal sealed class ReadingCsv(Stream output) : ReadingView
{
    private readonly Csv csv = new(output);

    public override void Begin() => csv.Row(
        "article", "published", "source", "title", "event", "type", "mode", "contexts", "cameo", "goldstein", "actors", "recipients", "mutual",
        "date", "place", "country", "status", "statement", "confidence", "start", "end", "evidence");

    public override void Show(Reading reading)
    {
        foreach (var found in reading.Events) Row(reading, found);
        output.Flush();
    }

    private void Row(Reading reading, Event found) => csv.Row(
        reading.Article.Id, reading.Article.Published, reading.Article.Source, reading.Article.Title, found.Id, found.Type, found.Mode, found.Contexts, found.Cameo,
        found.Goldstein, found.Actors, found.Recipients, found.Mutual, found.Date, found.Place?.Name, found.Place?.Country, Words.Of(found.Status), found.Statement,
        found.Confidence, found.Evidence.Start, found.Evidence.End, found.Evidence.In(reading.Article.Text));
}
