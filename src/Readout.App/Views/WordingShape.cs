using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>Uses of phrase families, with what each is in its speaker's row: first, switched, last.</summary>
internal sealed class WordingShape : Shape<FoundWording>
{
    public override IReadOnlyList<string> Columns { get; } =
        ["family", "form", "words", "speaker", "name", "code", "office", "date", "turn", "before", "opens_form", "last", "sentence", "statement", "article", "source", "published", "title", "url", "start", "end"];

    public override IReadOnlyList<object?> Row(FoundWording record) =>
    [
        record.Family, record.Form, record.Words, record.Said.Speaker?.Id, record.Said.Speaker?.Name, record.Said.Speaker?.Code, record.Said.Speaker?.Office, record.Day, TurnOf(record), record.Before, record.OpensForm, record.IsLast,
        record.Sentence, record.Said.Id, record.Said.Citation.Article, record.Said.Citation.Outlet, record.Said.Citation.Published, record.Said.Citation.Title, record.Said.Citation.Url, record.Span.Start, record.Span.End,
    ];

    public override string Text(FoundWording record)
    {
        var office = record.Said.Speaker?.Office is { } held ? $" [dim]{Plain.Of(held)}[/]" : "";
        var who = record.Said.Speaker is { } speaker ? $"[bold]{Plain.Of(speaker.Name)}[/]{office}" : "[dim]unnamed[/]";
        return $"[cyan]{record.Day ?? "undated"}[/] {Plain.Of(record.Family)}: [bold]{Plain.Of(record.Form)}[/] {who}{Notes(record)}: {Plain.Of(record.Sentence)} {Plain.Of(record.Said.Citation with { Span = record.Span })}";
    }

    public override void Write(Utf8JsonWriter json, FoundWording record)
    {
        json.WriteStartObject();
        json.WriteString("family", record.Family);
        json.WriteString("form", record.Form);
        json.Piece("words", record.Span, record.Words);
        json.Party("speaker", record.Said.Speaker);
        json.WriteString("statement", record.Said.Id);
        json.WriteString("date", record.Day);
        json.WriteString("turn", TurnOf(record));
        json.WriteString("before", record.Before);
        json.WriteBoolean("opensForm", record.OpensForm);
        json.WriteBoolean("last", record.IsLast);
        json.Piece("sentence", record.SentenceSpan, record.Sentence);
        json.Citation("article", record.Said.Citation);
        json.WriteEndObject();
    }

    private static string? TurnOf(FoundWording record) => record.Said.Speaker is null ? null : record.Turn.ToString().ToLowerInvariant();

    private static string Notes(FoundWording record)
    {
        var notes = new List<string>();
        if (record.OpensForm) notes.Add("form's first use");
        if (record.Said.Speaker is not null)
        {
            if (record.Turn is WordingTurn.First) notes.Add("speaker's first");
            if (record.Before is { } before) notes.Add($"switched from {before}");
            if (record.IsLast && record.Turn is not WordingTurn.First) notes.Add("speaker's last");
        }
        return notes.Count == 0 ? "" : $" [yellow]({Plain.Of(string.Join("; ", notes))})[/]";
    }
}
