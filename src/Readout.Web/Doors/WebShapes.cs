using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.Web.Doors;

/// <summary>Records that only the web shows.</summary>
public static class WebShapes
{
    public static RecordShapes AddTo(RecordShapes shapes) => shapes
        .With(new ArticleShape())
        .With(new FlatShape<FoundWording>(["family", "form", "words", "speaker", "name", "code", "date", "text", "id", "article", "source", "published", "title", "url", "start", "end"],
            w => [w.Family, w.Form, w.Words, w.Said.Speaker?.Id, w.Said.Speaker?.Name, w.Said.Speaker?.Code, w.Said.Date, w.Said.Text, w.Said.Id, w.Said.Citation.Article, w.Said.Citation.Outlet, w.Said.Citation.Published, w.Said.Citation.Title, w.Said.Citation.Url, (long)w.Said.Citation.Span.Start, (long)w.Said.Citation.Span.End]))
        .With(new FlatShape<FoundActor>(["id", "name", "kind", "code", "office", "articles", "first", "last"], a => [a.Id, a.Name, a.Kind, a.Code, a.Office, a.Articles, a.First, a.Last]))
        .With(new FlatShape<Tie>(["one", "one_name", "other", "other_name", "events", "cooperation", "conflict"], t => [t.One, t.OneName, t.Other, t.OtherName, t.Events, t.Cooperation, t.Conflict]))
        .With(new FlatShape<EventPlace>(["place", "country", "latitude", "longitude", "events", "cooperation", "conflict"], p => [p.Place, p.Country, p.Latitude, p.Longitude, p.Events, p.Cooperation, p.Conflict]));

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
