using System.CommandLine;
using System.Text;
using Readout.App.Frame;
using Readout.Exports;
using Readout.Exports.Bundles;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>export</c>: the record in the formats of the field, in an order that neither the order of adding nor the number of threads changes.</summary>
internal static class ExportCommand
{
    private static readonly string[] Kinds = ["events", "statements", "positions", "agreements"];

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var what = new Option<string>("--what") { Description = $"Rows of csv and parquet: {string.Join(", ", Kinds)}", DefaultValueFactory = _ => "events" };
        what.AcceptOnlyFromAmong(Kinds);
        var allVersions = new Option<bool>("--all-versions") { Description = "jsonl: also what pages said before they were changed" };
        var file = new Option<string?>("--output", "-o") { Description = "Write to this file, with FILE.json beside it that says what it holds and what is left empty and why", HelpName = "FILE" };
        var sidecar = new Option<string?>("--sidecar") { Description = "Write that description to this file (with standard output)", HelpName = "FILE" };
        var bundle = new Option<string?>("--bundle") { Description = "Write a folder of exports with hashes that --check derives again", HelpName = "FOLDER" };
        var formats = new Option<string?>("--formats") { Description = "Formats of the bundle, parted by commas (default: all)", HelpName = "NAMES" };
        var check = new Option<string?>("--check") { Description = "Derive such a folder again from the store and compare byte for byte", HelpName = "FOLDER" };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "export", "The record as " + string.Join(", ", ExportFormats.All.Select(f => f.Name)),
            "readout export --format jsonl > record.jsonl", "readout export --format csv --what statements > statements.csv", "readout export --format parquet -o events.parquet", "readout export --format ical PRK USA -o meetings.ics",
            "readout export --format csv PRK --from 2021 > prk.csv", "readout export --bundle replication/ --formats csv,gdelt,plover && readout export --check replication/") { what, allVersions, file, sidecar, bundle, formats, check };
        selection.AddTo(verb, events: true);
        return verb.Does(
            call =>
            {
                if (call.Get(check) is { } folder) return Check(call, folder);
                using var store = ReadingStore.OpenExisting(call.Setting.Store);
                var request = new ExportRequest { Store = store, Selection = selection.Read(call), AsOf = call.Setting.AsOf, Rows = call.Get(what)! };
                if (call.Get(bundle) is { } target) return Bundled(call, request, target, call.Get(formats));
                if (call.Setting.Format is null or "jsonl" or "json") return Readings(call, request, call.Get(allVersions), call.Get(file), call.Get(sidecar));
                return Export(call, request, FormatOf(call.Setting.Format), call.Get(file), call.Get(sidecar));
            }, common, terminal);
    }

    private static ExportFormat FormatOf(string name) =>
        ExportFormats.Find(name) ?? throw new UsageException($"export --format {name} is not known; give {string.Join(", ", ExportFormats.All.Select(f => f.Name))}");

    private static int Readings(Call call, ExportRequest request, bool allVersions, string? file, string? sidecar)
    {
        var selection = request.Selection with { Limit = new Selection().Limit };
        if (selection != new Selection() with { Actors = selection.Actors, Types = selection.Types } || selection.Actors.Count + selection.Types.Count > 0)
            throw new UsageException("JSON lines are exported whole; select with --format csv, or with jq");
        if (call.Setting.Format != "json" && !allVersions && (file ?? sidecar) is not null) return Export(call, request, FormatOf("jsonl"), file, sidecar);
        var isArray = call.Setting.Format == "json";
        var first = true;
        if (isArray) call.Terminal.Output.Write("["u8);
        foreach (var reading in request.Store.Readings(call.Setting.AsOf, allVersions))
        {
            call.Stop.ThrowIfCancellationRequested();
            if (isArray) call.Terminal.Output.Write(first ? "\n"u8 : ",\n"u8);
            call.Terminal.Output.Write(Encoding.UTF8.GetBytes(isArray ? reading : reading + "\n"));
            first = false;
        }
        if (isArray) call.Terminal.Output.Write("\n]\n"u8);
        call.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private static int Export(Call call, ExportRequest request, ExportFormat format, string? file, string? sidecar)
    {
        if (file is not null)
        {
            var (note, sha256) = Bundle.WriteOne(file, request, format);
            using var beside = File.Create(sidecar ?? file + ".json");
            Sidecar.Write(beside, request, format, note, Path.GetFileName(file), sha256);
            if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {note.Rows} rows of {format.Name} in {file}, described in {sidecar ?? file + ".json"}");
            return ExitStatus.Done;
        }
        using var hashing = new HashingStream(call.Terminal.Output);
        var written = format.Write(request, hashing);
        call.Terminal.Output.Flush();
        if (sidecar is null) return ExitStatus.Done;
        using var output = File.Create(sidecar);
        Sidecar.Write(output, request, format, written, "-", hashing.Sha256());
        return ExitStatus.Done;
    }

    private static int Bundled(Call call, ExportRequest request, string folder, string? formats)
    {
        IReadOnlyList<ExportFormat> wanted = formats is null ? ExportFormats.All : [.. formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(FormatOf)];
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Bundle.Manifest))) throw new UsageException($"{folder} holds other things; give a new folder");
        foreach (var file in Bundle.Write(folder, request, wanted)) call.Terminal.Output.Write(Encoding.UTF8.GetBytes(Path.Combine(folder, file) + "\n"));
        call.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private static int Check(Call call, string folder)
    {
        if (!File.Exists(Path.Combine(folder, Bundle.Manifest))) throw new UsageException($"{folder} is no bundle: it has no {Bundle.Manifest}");
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        try
        {
            var differences = Bundle.Check(folder, store);
            foreach (var difference in differences) call.Terminal.Error.WriteLine($"readout: {difference.File} {difference.Problem}");
            if (differences.Count == 0 && !call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {folder} is what {store.Path} gives, byte for byte");
            return differences.Count == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
        }
        catch (Exception problem) when (problem is InvalidDataException or System.Text.Json.JsonException or KeyNotFoundException or FormatException)
        {
            throw new UsageException($"{folder} cannot be checked: {problem.Message}");
        }
    }
}
