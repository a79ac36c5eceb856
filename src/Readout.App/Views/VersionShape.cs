using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Versions;

namespace Readout.App.Views;

/// <summary>A version of an article with what was changed.</summary>
internal sealed class VersionShape : Shape<PageVersion>
{
    public override IReadOnlyList<string> Columns { get; } = ["version", "current", "seen", "title", "published", "length", "removed", "added"];

    public override IReadOnlyList<object?> Row(PageVersion record) =>
        [record.Hash, record.IsCurrent, record.Seen, record.Title, record.Published, record.Length, Of(record, DiffKind.Removed), Of(record, DiffKind.Added)];

    public override string Text(PageVersion record)
    {
        var changes = record.Changes.Count == 0 ? " first read" : string.Concat(record.Changes.Select(Change));
        return $"[bold]{record.Hash}[/]{(record.IsCurrent ? " [green]current[/]" : "")} [dim]last seen {record.Seen}[/] {Plain.Of(record.Title)}:{changes}";
    }

    public override void Write(Utf8JsonWriter json, PageVersion record)
    {
        json.WriteStartObject();
        json.WriteString("version", record.Hash);
        json.WriteBoolean("current", record.IsCurrent);
        json.WriteString("seen", record.Seen);
        json.WriteString("title", record.Title);
        json.WriteString("published", record.Published);
        json.WriteNumber("length", record.Length);
        json.WriteStartArray("changes");
        foreach (var piece in record.Changes)
        {
            json.WriteStartObject();
            json.WriteString("kind", piece.Kind.ToString().ToLowerInvariant());
            json.WriteString("text", piece.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What stayed is shown only around what changed.
    private static string Change(DiffPiece piece) => piece.Kind switch
    {
        DiffKind.Removed => $" [red][[-{Plain.Of(piece.Text.Trim())}-]][/]",
        DiffKind.Added => $" [green]{{+{Plain.Of(piece.Text.Trim())}+}}[/]",
        _ => $" [dim]{Plain.Of(piece.Text.Length > 60 ? $"{piece.Text[..25].Trim()} … {piece.Text[^25..].Trim()}" : piece.Text.Trim())}[/]",
    };

    private static IEnumerable<string> Of(PageVersion record, DiffKind kind) => record.Changes.Where(c => c.Kind == kind).Select(c => c.Text.Trim());
}
