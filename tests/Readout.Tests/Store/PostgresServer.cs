using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Readout.Store.Data;

namespace Readout.Tests.Store;

/// <summary>A PostgreSQL server of the tests' own on the loopback interface, from Debian's package; started by the first test that needs it, stopped with the process.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<string> Address = new(Start);
    private static int stores;

    /// <summary>Address of a store that does not exist yet. Skips the test where PostgreSQL is not installed.</summary>
    public static string NewStore()
    {
        if (Programs is null) Assert.Skip("PostgreSQL is not installed: apt-get install postgresql");
        return $"{Address.Value}?schema=test_{Interlocked.Increment(ref stores)}";
    }

    public static void Drop(string store)
    {
        using var connection = Connect(store);
        using var command = new NpgsqlCommand($"DROP SCHEMA IF EXISTS {PostgresAddress.Parse(store).SearchPath} CASCADE", connection);
        command.ExecuteNonQuery();
    }

    public static long Number(string store, string sql)
    {
        using var connection = Connect(store);
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;

    private static NpgsqlConnection Connect(string store)
    {
        var connection = new NpgsqlConnection(PostgresAddress.Parse(store).ToString());
        connection.Open();
        return connection;
    }

    private static string Start()
    {
        var folder = Path.Combine(Path.GetTempPath(), "readout-postgres-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        var port = FreePort();
        // The server refuses to run as root; the package made a user for it.
        var asOwner = Environment.IsPrivilegedProcess;
        if (asOwner) Run("chown", "postgres", folder);
        AsOwner(asOwner, Path.Combine(Programs!, "initdb"), "-D", folder, "-A", "trust", "-U", "readout", "--no-sync");
        AsOwner(asOwner, Path.Combine(Programs!, "pg_ctl"), "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "start",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsOwner(asOwner, Path.Combine(Programs!, "pg_ctl"), "-D", folder, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"postgres://readout@127.0.0.1:{port}/postgres";
    }

    private static void AsOwner(bool isRoot, string program, params string[] arguments)
    {
        if (isRoot) Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        // No pipes: the server would keep them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd /; exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
