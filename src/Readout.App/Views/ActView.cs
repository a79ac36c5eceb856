using Readout.App.Frame;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>One event with its reports and the links that hold them together, as text or as one JSON object.</summary>
internal sealed class ActView(Terminal terminal)
{
    private readonly EventShape shape = new();

    public void Text(FoundAct act)
    {
        var links = act.Links.ToLookup(l => l.Report, StringComparer.Ordinal);
        terminal.Text.Write(new Wrapped($"[bold]{Plain.Of(act.Id)}[/]: {act.Reports.Count} reports, {act.Sources} independent {(act.Sources == 1 ? "source" : "sources")}"));
        foreach (var report in act.Reports)
        {
            terminal.Text.Write(new Wrapped($"[dim]{Plain.Of(report.Id)}[/] {shape.Text(report with { Reports = 1 })}"));
            foreach (var link in links[report.Id]) terminal.Text.Write(new Wrapped($"[green]one with {Plain.Of(link.With)}[/]: {Plain.Of(string.Join("; ", link.Reasons))}", indent: 2));
        }
        terminal.Output.Flush();
    }

    public void Json(FoundAct act)
    {
        terminal.Output.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", act.Id);
            json.WriteNumber("sources", act.Sources);
            json.WriteStartArray("reports");
            foreach (var report in act.Reports) shape.Write(json, report);
            json.WriteEndArray();
            json.WriteStartArray("links");
            foreach (var link in act.Links)
            {
                json.WriteStartObject();
                json.WriteString("report", link.Report);
                json.WriteString("with", link.With);
                json.Texts("reasons", link.Reasons);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
        terminal.Output.Flush();
    }
}
