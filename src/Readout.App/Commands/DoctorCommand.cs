using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Views;
using Readout.Loading;
using Readout.Store;
using Readout.Store.Care;

namespace Readout.App.Commands;

/// <summary><c>doctor</c>: looks at the program's own files and at every part of the store, and mends what can be made again from the readings.</summary>
internal static class DoctorCommand
{
    // Below this much free space the next large addition may fail.
    private const long LeastFree = 500_000_000;

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var mend = new Option<bool>("--mend") { Description = "Mend what can be made again from the readings: indexes, rows, which version is current" };
        var verb = new Verb("doctor", "Checks the program's files and every part of the store, and says or does what helps", "readout doctor", "readout doctor --store korea.db --mend") { mend };
        return verb.Does(
            call =>
            {
                var wrong = 0;
                RecordsView<Ailment>.Show(call, new AilmentShape(), Looks(call, call.Get(mend)).Select(a =>
                {
                    call.Stop.ThrowIfCancellationRequested();
                    wrong += a.IsWell ? 0 : 1;
                    return a;
                }));
                return wrong == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
            }, common, terminal);
    }

    private static IEnumerable<Ailment> Looks(Call call, bool mend)
    {
        yield return Program(call.Setting);
        var (store, ailment) = Open(call.Setting.Store);
        yield return ailment;
        if (store is null) yield break;
        using (store)
        {
            if (Space(call.Setting.Store) is { } space) yield return space;
            foreach (var found in store.Examine(mend)) yield return found;
        }
    }

    private static Ailment Program(Setting setting)
    {
        try
        {
            using var loaded = new LoadedReader(setting);
            _ = loaded.Reader;
            return new Ailment("knowledge and models");
        }
        catch (Exception problem) when (problem is KnowledgeException or ModelException)
        {
            return new Ailment("knowledge and models", problem.Message, "install Readout again, or mend the file that is named");
        }
    }

    private static (ReadingStore? Store, Ailment Ailment) Open(string path)
    {
        try
        {
            return (ReadingStore.OpenExisting(path), new Ailment("store opens"));
        }
        catch (StoreException problem)
        {
            return (null, new Ailment("store opens", problem.Message, "where the file is damaged, restore a backup: copy it to the place of the store"));
        }
    }

    private static Ailment? Space(string path)
    {
        if (!File.Exists(path)) return null;
        var free = new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
        return free >= LeastFree ? new Ailment("disk space") : new Ailment("disk space", $"only {free / 1_000_000} MB are free where the store lies", "free some, or move the store");
    }
}
