using System.Diagnostics;
using System.Globalization;

namespace Readout.Tests.Store;

/// <summary>A PostgreSQL server on the loopback interface, from Debian's package, in a folder of its own.</summary>
internal sealed class PostgresInstance : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "readout-postgres-" + Path.GetRandomFileName());
    private readonly int port = PostgresServer.FreePort();

    public PostgresInstance()
    {
        Directory.CreateDirectory(folder);
        // The server refuses to run as root; the package made a user for it.
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder);
        AsOwner("initdb", "-D", folder, "-A", "trust", "-U", "readout", "--no-sync");
        Start();
    }

    public string Address => $"postgres://readout@127.0.0.1:{port}/postgres";

    public static void SkipWhereMissing()
    {
        if (Programs is null) Assert.Skip("PostgreSQL is not installed: apt-get install postgresql");
    }

    /// <summary>Ends the server without a word; its processes follow when they miss it.</summary>
    public void Kill()
    {
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(folder, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
        postmaster.WaitForExit();
    }

    /// <summary>Starts it, again after a kill: its processes may need a moment until they miss the one that was killed, and until then it refuses.</summary>
    public void Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                StartOnce();
                return;
            }
            catch (InvalidOperationException) when (attempt < 40)
            {
                Thread.Sleep(500);
            }
        }
    }

    private void StartOnce() => AsOwner("pg_ctl", "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "start",
        "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200");

    public void Dispose()
    {
        try
        {
            AsOwner("pg_ctl", "-D", folder, "-m", "immediate", "stop");
        }
        catch (InvalidOperationException)
        {
            // It was killed before.
        }
        Directory.Delete(folder, recursive: true);
    }

    private static void AsOwner(string program, params string[] arguments)
    {
        var full = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", full, .. arguments]);
        else Run(full, arguments);
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        // No pipes: the server would keep them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd /; exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
