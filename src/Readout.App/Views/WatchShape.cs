using System.Text.Json;
using Readout.Store.Printing;
using Readout.Store.Watching;

namespace Readout.App.Views;

/// <summary>A saved question.</summary>
internal sealed class WatchShape : Shape<Watch>
{
    public override IReadOnlyList<string> Columns { get; } = ["name", "kind", "actors", "about", "types", "place", "output", "target", "made"];

    public override IReadOnlyList<object?> Row(Watch record) => [record.Name, Word(record.Kind), record.Actors, record.Words, record.Types, record.Place, Word(record.Output), record.Target, record.Made];

    public override string Text(Watch record)
    {
        var about = string.Join(' ', record.Actors.Concat(new[] { record.Words, record.Place }.OfType<string>()).Concat(record.Types));
        return $"[bold]{Plain.Of(record.Name)}[/] {Word(record.Kind)} {Plain.Of(about)} → {$"{Word(record.Output)} {Plain.Of(record.Target)}".TrimEnd()} [dim]{record.Made}[/]";
    }

    public override void Write(Utf8JsonWriter json, Watch record)
    {
        json.WriteStartObject();
        json.WriteString("name", record.Name);
        json.WriteString("kind", Word(record.Kind));
        json.Texts("actors", record.Actors);
        json.WriteString("about", record.Words);
        json.Texts("types", record.Types);
        json.WriteString("place", record.Place);
        json.WriteString("output", Word(record.Output));
        json.WriteString("target", record.Target);
        json.WriteString("made", record.Made);
        json.WriteEndObject();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
