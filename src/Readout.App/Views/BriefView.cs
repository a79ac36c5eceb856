using System.Text.Json;
using Readout.App.Frame;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Spectre.Console;

namespace Readout.App.Views;

/// <summary>A brief with numbered footnotes: text for people, or one JSON object.</summary>
internal sealed class BriefView(Terminal terminal)
{
    private readonly List<Note> notes = [];

    public void Text(Brief brief)
    {
        terminal.Text.MarkupLine($"[bold]{Plain.Of(brief.Title)}[/]");
        terminal.Text.MarkupLine($"[dim]from {brief.Articles} articles of {brief.Outlets} outlets[/]");
        foreach (var section in brief.Sections) Section(section);
        Notes();
        terminal.Output.Flush();
    }

    public void Section(BriefSection section)
    {
        terminal.Text.WriteLine();
        terminal.Text.MarkupLine($"[bold underline]{Plain.Of(section.Title)}[/]");
        foreach (var line in section.Lines) terminal.Text.Write(new Wrapped($"- {Plain.Of(line.Text)} [cyan]{Plain.Of(string.Concat(Cited(line).Select(n => $"[{Number(n)}]")))}[/]"));
    }

    /// <summary>The footnotes of all sections written so far.</summary>
    public void Notes()
    {
        if (notes.Count == 0) return;
        terminal.Text.WriteLine();
        foreach (var (i, note) in notes.Index())
            terminal.Text.Write(new Wrapped($"[cyan]{Plain.Of($"[{i + 1}]")}[/] [dim]{Plain.Of($"{note.Article.Outlet}, {note.Article.Published ?? "undated"}: {note.Article.Title ?? note.Article.Article} {note.Spans} {note.Article.Url}".TrimEnd())}[/]", hang: 5));
        notes.Clear();
    }

    public void Json(Brief brief)
    {
        terminal.Output.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("title", brief.Title);
            json.WriteNumber("articles", brief.Articles);
            json.WriteNumber("outlets", brief.Outlets);
            json.WriteStartArray("sections");
            foreach (var section in brief.Sections) Write(json, section);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        terminal.Output.Flush();
    }

    private static void Write(Utf8JsonWriter json, BriefSection section)
    {
        json.WriteStartObject();
        json.WriteString("title", section.Title);
        json.WriteStartArray("lines");
        foreach (var line in section.Lines)
        {
            json.WriteStartObject();
            json.WriteString("text", line.Text);
            json.WriteStartArray("citations");
            foreach (var citation in line.Citations)
            {
                json.WriteStartObject();
                json.Piece("span", citation.Span, null);
                json.Citation("article", citation);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // One note for each article of a line, with all its spans.
    private static IEnumerable<Note> Cited(BriefLine line) =>
        line.Citations.GroupBy(c => c with { Span = default }).Select(g => new Note(g.Key, string.Join(' ', g.Select(c => c.Span).Order())));

    private int Number(Note note)
    {
        var known = notes.IndexOf(note);
        if (known >= 0) return known + 1;
        notes.Add(note);
        return notes.Count;
    }

    private sealed record Note(Citation Article, string Spans);
}
