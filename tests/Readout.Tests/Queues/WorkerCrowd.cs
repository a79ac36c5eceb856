using System.Diagnostics;

namespace Readout.Tests.Queues;

/// <summary>Workers as processes of their own, that die and are replaced.</summary>
internal sealed class WorkerCrowd : IDisposable
{
    private readonly string[] arguments;
    private readonly List<Process> workers = [];

    public WorkerCrowd(int count, params string[] arguments)
    {
        this.arguments = arguments;
        for (var i = 0; i < count; i++) workers.Add(Start());
    }

    /// <summary>Ends one without a word and starts another in its place.</summary>
    public void KillOne(Random random)
    {
        var i = random.Next(workers.Count);
        workers[i].Kill();
        workers[i].WaitForExit();
        workers[i].Dispose();
        workers[i] = Start();
    }

    /// <summary>Ends all without a word.</summary>
    public void Kill()
    {
        foreach (var worker in workers)
        {
            worker.Kill();
            worker.WaitForExit();
        }
    }

    /// <summary>TCP ports that a worker listens on, as the system lists them.</summary>
    public IReadOnlyList<int> ListeningPorts() => [.. workers.SelectMany(w => Listening(w.Id)).Distinct().Order()];

    /// <summary>Asks all to stop; their exit statuses.</summary>
    public IReadOnlyList<int> Stop()
    {
        foreach (var worker in workers) Process.Start("/bin/kill", ["-TERM", worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        foreach (var worker in workers)
            if (!worker.WaitForExit(TimeSpan.FromSeconds(60))) throw new InvalidOperationException("a worker does not stop");
        return [.. workers.Select(w => w.ExitCode)];
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            if (!worker.HasExited) worker.Kill();
            worker.Dispose();
        }
    }

    private static IEnumerable<int> Listening(int process)
    {
        var sockets = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Select(f => new FileInfo(f).LinkTarget).OfType<string>().Where(t => t.StartsWith("socket:[", StringComparison.Ordinal)).Select(t => t[8..^1]).ToHashSet(StringComparer.Ordinal);
        foreach (var table in new[] { $"/proc/{process}/net/tcp", $"/proc/{process}/net/tcp6" })
            foreach (var line in File.ReadLines(table).Skip(1))
                // Columns: number, local address, remote address, state (0A listens), queues, timers, retransmissions, user, timeouts, inode.
                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, "0A", _, _, _, _, _, var inode, ..] && sockets.Contains(inode)) yield return Convert.ToInt32(local[(local.IndexOf(':') + 1)..], 16);
    }

    private Process Start()
    {
        // The tests load the same program; run it as a user does.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "readout.dll"), "work", .. arguments, "--jobs", "1", "--quiet", "--knowledge", Repository.Knowledge, "--models", Path.Combine(Repository.Root, "models")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
