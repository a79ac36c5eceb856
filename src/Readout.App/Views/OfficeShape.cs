using System.Text.Json;
using Readout.Store.Asking;

namespace Readout.App.Views;

internal sealed class OfficeShape : Shape<FoundOffice>
{
    public override IReadOnlyList<string> Columns { get; } = ["person", "name", "code", "office", "first", "last", "articles"];

    public override IReadOnlyList<object?> Row(FoundOffice record) => [record.Person, record.Name, record.Code, record.Office, record.First, record.Last, record.Articles];

    public override string Text(FoundOffice record) =>
        $"{Plain.Of(record.Code)} [bold]{Plain.Of(record.Office)}[/] {Plain.Of(record.Name)} [dim]{record.First ?? "undated"} to {record.Last ?? "undated"}, {record.Articles} articles[/]";

    public override void Write(Utf8JsonWriter json, FoundOffice record)
    {
        json.WriteStartObject();
        json.WriteString("person", record.Person);
        json.WriteString("name", record.Name);
        json.WriteString("code", record.Code);
        json.WriteString("office", record.Office);
        json.WriteString("first", record.First);
        json.WriteString("last", record.Last);
        json.WriteNumber("articles", record.Articles);
        json.WriteEndObject();
    }
}
