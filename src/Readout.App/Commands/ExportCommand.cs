using System.CommandLine;
using System.Text;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>export</c>: the whole record in an order that neither the order of adding nor the number of threads changes.</summary>
internal static class ExportCommand
{
    private static readonly string[] Kinds = ["events", "statements", "positions", "agreements"];

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var what = new Option<string>("--what") { Description = $"Rows of the CSV: {string.Join(", ", Kinds)}", DefaultValueFactory = _ => "events" };
        what.AcceptOnlyFromAmong(Kinds);
        var allVersions = new Option<bool>("--all-versions") { Description = "JSON lines: also what pages said before they were changed" };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "export", "The record as JSON lines (one reading for each article) or CSV",
            "readout export --format jsonl > record.jsonl", "readout export --format csv --what statements > statements.csv", "readout export --format csv PRK --from 2021 > prk.csv") { what, allVersions };
        selection.AddTo(verb, events: true);
        return verb.Does(call => Export(call, selection.Read(call), call.Get(what)!, call.Get(allVersions)), common, terminal);
    }

    private static int Export(Call call, Selection selection, string what, bool allVersions)
    {
        switch (call.Setting.Format)
        {
            case null or "jsonl" or "json": Readings(call, selection, allVersions); break;
            case "csv": Rows(call, selection with { Limit = int.MaxValue }, what); break;
            default: throw new UsageException($"export --format {call.Setting.Format} is not in this version yet; give jsonl or csv");
        }
        return ExitStatus.Done;
    }

    private static void Readings(Call call, Selection selection, bool allVersions)
    {
        if (selection != new Selection() with { Actors = selection.Actors, Types = selection.Types } || selection.Actors.Count + selection.Types.Count > 0)
            throw new UsageException("JSON lines are exported whole; select with --format csv, or with jq");
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        var isArray = call.Setting.Format == "json";
        var first = true;
        if (isArray) call.Terminal.Output.Write("["u8);
        foreach (var reading in store.Readings(call.Setting.AsOf, allVersions))
        {
            call.Stop.ThrowIfCancellationRequested();
            if (isArray) call.Terminal.Output.Write(first ? "\n"u8 : ",\n"u8);
            call.Terminal.Output.Write(Encoding.UTF8.GetBytes(isArray ? reading : reading + "\n"));
            first = false;
        }
        if (isArray) call.Terminal.Output.Write("\n]\n"u8);
        call.Terminal.Output.Flush();
    }

    private static void Rows(Call call, Selection selection, string what)
    {
        var asOf = call.Setting.AsOf;
        switch (what)
        {
            case "statements": RecordsView<FoundStatement>.Show(call, new StatementShape(), AskCommands.Ask(call, new SaidQuestion { Selection = selection, AsOf = asOf })); break;
            case "positions": RecordsView<FoundPosition>.Show(call, new PositionShape(), AskCommands.Ask(call, new PositionsQuestion { Selection = selection, AsOf = asOf })); break;
            case "agreements": RecordsView<FoundAgreement>.Show(call, new AgreementShape(), AskCommands.Ask(call, new AgreementsQuestion { Selection = selection, AsOf = asOf })); break;
            default: RecordsView<FoundEvent>.Show(call, new EventShape(), AskCommands.Ask(call, new TimelineQuestion { Selection = selection, Reports = true, AsOf = asOf })); break;
        }
    }
}
