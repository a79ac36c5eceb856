using System.CommandLine;
using Readout.App.Frame;
using Readout.Store;

namespace Readout.App.Commands;

/// <summary><c>backup</c>: a whole copy of the store, made while others read and write it.</summary>
internal static class BackupCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; it must not exist yet" };
        var verb = new Verb(
            "backup", "Writes a whole copy of the store into a file and examines it; the copy is a store itself",
            "readout backup readout-2026-11-29.db", "readout said Blinken --store readout-2026-11-29.db                     to look into a copy", "cp readout-2026-11-29.db korea.db                                         to restore it, while nothing else uses the store") { file };
        return verb.Does(
            call =>
            {
                var copy = call.Get(file)!;
                using (var store = ReadingStore.OpenExisting(call.Setting.Store)) store.BackUp(copy);
                using (var written = ReadingStore.OpenExisting(copy))
                    if (written.Examine(mend: false).FirstOrDefault(a => !a.IsWell) is { } ailment) throw new StoreException(copy, $"{ailment.Part}: {ailment.Fault}; see readout doctor");
                if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {copy}: {new FileInfo(copy).Length / 1_000_000.0:F1} MB, examined");
                return ExitStatus.Done;
            }, common, terminal);
    }
}
