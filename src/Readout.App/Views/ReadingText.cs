using System.Globalization;
using Readout.Events;
using Readout.Statements;
using Readout.World;
using Spectre.Console;
using Words = Readout.Output.Words;

namespace Readout.App.Views;

/// <summary>A reading for people: who is named, who said what, what happened, each with its words and its place in the text.</summary>
internal sealed class ReadingText(IAnsiConsole console) : ReadingView
{
    public override void Show(Reading reading)
    {
        var article = reading.Article;
        console.MarkupLine($"[bold]{Plain.Of(article.Title ?? "(no title)")}[/]");
        var published = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "date unknown";
        console.MarkupLine($"[dim]{Plain.Of(string.Join(" · ", new[] { article.Source, published + From(reading), article.Language, article.Input }.OfType<string>()))}[/]");
        var names = reading.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        Section("Actors", reading.Entities.Where(e => e.Kind != EntityKind.Place).Select(Actor));
        Section("Statements", reading.Statements.Select(s => Said(s, names, article.Text)));
        Section("Events", reading.Events.Select(e => Happened(e, names, article.Text)));
        Section("Positions", reading.Positions.Select(p => Stands(p, names, article.Text)));
        Section("Agreements", reading.Agreements.Select(a => Agreed(a, names, article.Text)));
        Section("Doubts", reading.Doubts.Concat(article.Doubts).Select(d => Plain.Of($"{d.Code}: {d.Message}")));
        console.WriteLine();
    }

    private static string From(Reading reading) =>
        reading.Article.PublishedFrom is var from and not Pages.PublishedFrom.Unknown ? $" (from the {Words.Of(from)})" : "";

    private void Section(string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) console.MarkupLine($"[bold]{title}[/]");
            first = false;
            console.Write(new Wrapped(line, indent: 2));
        }
    }

    private static string Actor(Entity entity)
    {
        var details = string.Join(", ", new[] { entity.Office, entity.Code, entity.Sector }.OfType<string>());
        return $"{Plain.Of(entity.Name)}[dim]{(details.Length > 0 ? " " + Plain.Of(details) : "")}, named {entity.Mentions.Count}×[/]";
    }

    private static string Said(Statement statement, Dictionary<string, string> names, string text)
    {
        var who = statement.Speaker is { } id ? Name(id, names) : statement.Source is { } source ? source.In(text) : "somebody";
        return $"[cyan]{Plain.Of(who)}[/] {Plain.Of(statement.Cue?.Lemma ?? "says")}: {Plain.Of(string.Join(" … ", statement.Content.Select(c => c.In(text))))} [dim]{Plain.Of(statement.Content[0].ToString())}[/]";
    }

    private static string Happened(Event found, Dictionary<string, string> names, string text)
    {
        var whom = found.Recipients.Count > 0 ? (found.Mutual ? " with " : " → ") + Names(found.Recipients, names) : "";
        var where = found.Place is { } place ? ", " + place.Name : "";
        var what = found.Mode is null ? found.Type : $"{found.Type} {found.Mode}";
        return $"[cyan]{Plain.Of(found.Date ?? "undated")}[/] [bold]{Plain.Of(what)}[/] {Plain.Of(Names(found.Actors, names) + whom + where)} ({Words.Of(found.Status)}): "
            + $"{Plain.Of(found.Evidence.In(text))} [dim]{Plain.Of($"{found.Evidence} {found.Why.Rule}")}[/]";
    }

    private static string Stands(Position position, Dictionary<string, string> names, string text) =>
        $"[cyan]{Plain.Of(Name(position.Holder, names))}[/] {Words.Of(position.Stance)} [bold]{Plain.Of(position.Topic)}[/]: {Plain.Of(position.Evidence.In(text))} [dim]{Plain.Of(position.Evidence.ToString())}[/]";

    private static string Agreed(Agreement agreement, Dictionary<string, string> names, string text) =>
        $"[bold]{Plain.Of(agreement.Name ?? agreement.Evidence.In(text))}[/] {Words.Of(agreement.Status)}: {Plain.Of(Names(agreement.Parties, names))} [dim]{Plain.Of(agreement.Evidence.ToString())}[/]";

    private static string Names(IEnumerable<string> ids, Dictionary<string, string> names) => string.Join(", ", ids.Select(id => Name(id, names)));

    private static string Name(string id, Dictionary<string, string> names) => names.GetValueOrDefault(id, id);
}
