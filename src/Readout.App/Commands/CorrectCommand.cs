using System.CommandLine;
using System.Text;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.App.Commands;

/// <summary><c>correct</c>: mends findings, links, actors and events; lists, takes back, exports and imports corrections.</summary>
internal static class CorrectCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var list = new Option<bool>("--list") { Description = "All corrections with what became of them (the default)" };
        var unattached = new Option<bool>("--unattached") { Description = "Only corrections whose finding was not found again" };
        var undo = new Option<string?>("--undo") { Description = "Take a correction back (with --reason)", HelpName = "ID" };
        var export = new Option<bool>("--export") { Description = "The log as JSON lines for --import; with --format gold the corrected articles in the gold format" };
        var import = new Option<string?>("--import") { Description = "Add the corrections of such a file; those that the store has are passed over", HelpName = "FILE" };
        var signing = new Signing();
        var verb = new Verb(
            "correct", "Mends findings, links, actors and events; append-only, undoable, kept when articles are read anew",
            "readout correct wrong 3f2a90c1d4e5b6a7#e3 --reason \"the meeting was called off\"",
            "readout correct set 3f2a90c1d4e5b6a7#e4 status=planned date=2021-04-02 --reason \"still to come\"",
            "readout correct link 3f2a90c1d4e5b6a7#kim kim-yo-jong --reason \"the sister\"",
            "readout correct merge choe-son-hui choe-sun-hui --reason \"two spellings\"",
            "readout correct part 3f2a90c1d4e5b6a7#e3 --reason \"another attack\"",
            "readout correct --undo 0a1b2c3d4e5f --reason \"I was wrong\"",
            "readout correct --export > corrections.jsonl") { list, unattached, undo, export, import };
        signing.AddTo(verb);
        foreach (var act in CorrectVerbs.All(common, terminal)) verb.Add(act);
        return verb.Does(
            call =>
            {
                if (call.Get(undo) is { } id) return Made(call, signing.Sign(call, new Correction { Act = CorrectionAct.Undo, Undoes = id, Author = "", Reason = "", Made = "" }));
                if (call.Get(import) is { } file) return Import(call, file);
                return call.Get(export) ? Export(call) : List(call, call.Get(unattached));
            }, common, terminal);
    }

    private static int Made(Call call, params Correction[] corrections)
    {
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        return Made(call, store, corrections);
    }

    internal static int Made(Call call, ReadingStore store, IReadOnlyList<Correction> corrections)
    {
        var added = store.Correct(corrections);
        var log = store.Ask(new CorrectionsQuestion()).ToDictionary(c => c.Correction.Id, StringComparer.Ordinal);
        RecordsView<LoggedCorrection>.Show(call, new CorrectionShape(), added.Select(a => log[a.Id]));
        return ExitStatus.Done;
    }

    private static int Import(Call call, string file)
    {
        if (!File.Exists(file)) throw new UsageException($"there is no file {file}");
        var corrections = new List<Correction>();
        foreach (var (i, line) in File.ReadLines(file).Index())
        {
            if (line.AsSpan().Trim().IsEmpty) continue;
            try
            {
                corrections.Add(CorrectionJson.Read(line));
            }
            catch (CorrectionException problem)
            {
                throw new UsageException($"{file}:{i + 1}: {problem.Message}; nothing was imported");
            }
        }
        return Made(call, [.. corrections]);
    }

    private static int Export(Call call)
    {
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        var lines = call.Setting.Format == "gold" ? store.Ask(new GoldQuestion()) : [.. store.Ask(new CorrectionsQuestion()).Select(c => CorrectionJson.Write(c.Correction))];
        foreach (var line in lines) call.Terminal.Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        call.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private static int List(Call call, bool unattached)
    {
        var log = AskCommands.Ask(call, new CorrectionsQuestion());
        RecordsView<LoggedCorrection>.Show(call, new CorrectionShape(), unattached ? log.Where(c => c.Unattached.Count > 0) : log);
        return ExitStatus.Done;
    }
}
