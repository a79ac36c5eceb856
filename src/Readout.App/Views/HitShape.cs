using System.Text.Json;
using Readout.Output;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class HitShape : Shape<Hit>
{
    public override IReadOnlyList<string> Columns { get; } = ["kind", "id", "snippet", "score", "article", "source", "published", "title", "url", "start", "end"];

    public override IReadOnlyList<object?> Row(Hit record) =>
    [
        Words.Of(record.Kind), record.Id, Unmarked(record.Snippet, "", ""), Math.Round(record.Score, 3), record.Citation.Article, record.Citation.Outlet, record.Citation.Published,
        record.Citation.Title, record.Citation.Url, record.Citation.Span.Start, record.Citation.Span.End,
    ];

    public override string Text(Hit record)
    {
        var title = record.Kind == HitKind.Article ? $"[bold]{Plain.Of(record.Citation.Title ?? record.Id)}[/] " : "";
        // The marks are control characters, which Plain turns into blanks, so they become markup first.
        var pieces = record.Snippet.Split(SearchQuestion.MarkStart);
        var snippet = Plain.Of(pieces[0]) + string.Concat(pieces.Skip(1).Select(p => p.Split(SearchQuestion.MarkEnd, 2)).Select(p => $"[yellow]{Plain.Of(p[0])}[/]{Plain.Of(p.ElementAtOrDefault(1))}"));
        return $"[cyan]{record.Citation.Published ?? "undated"}[/] {Words.Of(record.Kind)} {title}{snippet} {Plain.Of(record.Citation)}";
    }

    public override void Write(Utf8JsonWriter json, Hit record)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Of(record.Kind));
        json.WriteString("id", record.Id);
        json.WriteString("snippet", Unmarked(record.Snippet, "**", "**"));
        json.WriteNumber("score", Math.Round(record.Score, 3));
        json.Piece("span", record.Citation.Span, null);
        json.Citation("article", record.Citation);
        json.WriteEndObject();
    }

    private static string Unmarked(string snippet, string start, string end) =>
        snippet.Replace(SearchQuestion.MarkStart.ToString(), start, StringComparison.Ordinal).Replace(SearchQuestion.MarkEnd.ToString(), end, StringComparison.Ordinal);
}
