using System.Text.Json;
using Readout.App.Frame;
using Readout.Exports.Briefs;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Spectre.Console;

namespace Readout.App.Views;

/// <summary>A brief with numbered footnotes: text for people, or one JSON object.</summary>
internal sealed class BriefView(Terminal terminal)
{
    private BriefNotes notes = new();

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
        foreach (var line in section.Lines) terminal.Text.Write(new Wrapped($"- {Plain.Of(line.Text)} [cyan]{Plain.Of(notes.Marks(line))}[/]"));
    }

    /// <summary>The footnotes of all sections written so far.</summary>
    public void Notes()
    {
        if (notes.All.Count == 0) return;
        terminal.Text.WriteLine();
        foreach (var note in notes.All)
            terminal.Text.Write(new Wrapped($"[cyan]{Plain.Of($"[{note.Number}]")}[/] [dim]{Plain.Of($"{note.Text} {note.Article.Url}".TrimEnd())}[/]", hang: 5));
        notes = new BriefNotes();
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
            foreach (var (i, citation) in line.Citations.Index())
            {
                json.WriteStartObject();
                json.Piece("span", citation.Span, i < line.Quotes.Count ? line.Quotes[i] : null);
                json.Citation("article", citation);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
