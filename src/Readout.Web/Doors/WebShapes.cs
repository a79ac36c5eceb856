using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Store.Printing;
using Readout.Web.Asking;
using Readout.Web.Reading;

namespace Readout.Web.Doors;

/// <summary>Records that only the web shows.</summary>
internal static class WebShapes
{
    public static RecordShapes AddTo(RecordShapes shapes) => shapes
        .With(new ArticleShape())
        .With(new FlatShape<FoundWording>(["family", "form", "words", "speaker", "name", "code", "date", "text", "id", "article", "source", "published", "title", "url", "start", "end"],
            w => [w.Family, w.Form, w.Words, w.Said.Speaker?.Id, w.Said.Speaker?.Name, w.Said.Speaker?.Code, w.Said.Date, w.Said.Text, w.Said.Id, w.Said.Citation.Article, w.Said.Citation.Outlet, w.Said.Citation.Published, w.Said.Citation.Title, w.Said.Citation.Url, (long)w.Said.Citation.Span.Start, (long)w.Said.Citation.Span.End]))
        .With(new FlatShape<FoundActor>(["id", "name", "kind", "code", "office", "articles", "first", "last"], a => [a.Id, a.Name, a.Kind, a.Code, a.Office, a.Articles, a.First, a.Last]))
        .With(new FlatShape<FoundOutlet>(["outlet", "articles", "first", "last", "statements", "events", "added"], o => [o.Outlet, o.Articles, o.First, o.Last, o.Statements, o.Events, o.Added]))
        .With(new FlatShape<Watched>(["name", "kind", "actors", "about", "types", "place", "new", "address", "output", "target", "made"],
            w => [w.Watch.Name, Word(w.Watch.Kind), string.Join('|', w.Watch.Actors), w.Watch.Words, string.Join('|', w.Watch.Types), w.Watch.Place, (long)w.New, Watching.AddressOf(w.Watch), Word(w.Watch.Output), w.Watch.Target, w.Watch.Made]))
        .With(new FlatShape<WatchLine>(["key", "new", "title", "text", "id", "article", "source", "published", "article_title", "url", "start", "end"],
            l => [l.Key, l.IsNew ? "yes" : "no", l.Entry.Title, l.Entry.Text, l.Entry.Id, l.Entry.Citation.Article, l.Entry.Citation.Outlet, l.Entry.Citation.Published, l.Entry.Citation.Title, l.Entry.Citation.Url, (long)l.Entry.Citation.Span.Start, (long)l.Entry.Citation.Span.End]))
        .With(new FlatShape<LoggedCorrection>(["id", "act", "targets", "fields", "undoes", "reason", "author", "made", "state"],
            c => [c.Correction.Id, CorrectionJson.Word(c.Correction.Act), string.Join('|', c.Correction.Targets.Select(t => t.Article)), c.Correction.Fields, c.Correction.Undoes, c.Correction.Reason, c.Correction.Author, c.Correction.Made, c.IsUndone ? "taken back" : c.Unattached.Count > 0 ? "unattached" : "holds"]))
        .With(new FlatShape<CodeLine>(["kind", "code", "parent", "cameo", "score", "group"], c => [c.Kind, c.Code, c.Parent, c.Cameo, c.Score, c.Group]))
        .With(new FlatShape<Score>(["measure", "least"], m => [m.Measure, m.Least]))
        .With(new FlatShape<Accounts>(["meeting", "date", "type", "mode", "sides", "place", "articles", "outlets"],
            a => [a.Meeting.Act, a.Meeting.Date, a.Meeting.Type, a.Meeting.Mode, string.Join('|', a.Meeting.Actors.Concat(a.Meeting.Recipients).Select(p => p.Name)), a.Meeting.Place, string.Join('|', a.Articles.Select(c => c.Article)), string.Join('|', a.Articles.Select(c => c.Outlet).Distinct())]))
        .With(new FlatShape<CardRow>(["id", "kind", "what", "who", "whom", "facts", "start", "end", "evidence", "sentence", "rule", "confidence"],
            r => [$"{r.Article.Article}#{r.Card.Id}", r.Card.Kind, r.Card.What, string.Join('|', r.Card.Who.Select(w => w.Name)), string.Join('|', r.Card.Whom.Select(w => w.Name)), string.Join('|', r.Card.Facts.Select(f => $"{f.Name}: {f.Value}")), (long)r.Card.Spans[0].Start, (long)r.Card.Spans[0].End, r.Card.Evidence, r.Card.Sentence, r.Card.Rule, r.Card.Confidence]))
        .With(new FlatShape<Counterpart>(["id", "name", "code", "events", "cooperation", "conflict"], c => [c.Id, c.Name, c.Code, c.Events, c.Cooperation, c.Conflict]))
        .With(new FlatShape<Tie>(["one", "one_name", "other", "other_name", "events", "cooperation", "conflict"], t => [t.One, t.OneName, t.Other, t.OtherName, t.Events, t.Cooperation, t.Conflict]))
        .With(new FlatShape<EventPlace>(["place", "country", "latitude", "longitude", "events", "cooperation", "conflict"], p => [p.Place, p.Country, p.Latitude, p.Longitude, p.Events, p.Cooperation, p.Conflict]));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed class ArticleShape : RecordShape<FoundArticle>
    {
        public override IReadOnlyList<string> Columns { get; } = ["id", "title", "source", "published", "url", "language", "statements", "events", "positions", "agreements", "added", "versions"];

        public override IReadOnlyList<object?> Row(FoundArticle record) =>
            [record.Id, record.Title, record.Citation.Outlet, record.Citation.Published, record.Citation.Url, record.Language, record.Statements, record.Events, record.Positions, record.Agreements, record.Added, record.Versions];

        public override void Write(Utf8JsonWriter json, FoundArticle record) => Flat.Write(json, Columns, Row(record));
    }

    /// <summary>A record whose JSON has the same names as its columns.</summary>
    private sealed class FlatShape<T>(IReadOnlyList<string> columns, Func<T, IReadOnlyList<object?>> row) : RecordShape<T>
    {
        public override IReadOnlyList<string> Columns => columns;

        public override IReadOnlyList<object?> Row(T record) => row(record);

        public override void Write(Utf8JsonWriter json, T record) => Flat.Write(json, columns, row(record));
    }

    private static class Flat
    {
        public static void Write(Utf8JsonWriter json, IReadOnlyList<string> columns, IReadOnlyList<object?> cells)
        {
            json.WriteStartObject();
            foreach (var (i, column) in columns.Index())
            {
                json.WritePropertyName(column);
                switch (cells[i])
                {
                    case null: json.WriteNullValue(); break;
                    case string text: json.WriteStringValue(text); break;
                    case long number: json.WriteNumberValue(number); break;
                    case double number: json.WriteNumberValue(number); break;
                    case var other: throw new ArgumentException($"{column} cannot hold a {other.GetType().Name}", nameof(cells));
                }
            }
            json.WriteEndObject();
        }
    }
}
