using System.Net;
using System.Net.Sockets;
using Npgsql;
using Readout.Store.Data;

namespace Readout.Tests.Store;

/// <summary>A PostgreSQL server of the tests' own on the loopback interface, from Debian's package; started by the first test that needs it, stopped with the process.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<PostgresInstance> Shared = new(StartShared);
    private static int stores;

    /// <summary>Address of a store that does not exist yet. Skips the test where PostgreSQL is not installed.</summary>
    public static string NewStore()
    {
        PostgresInstance.SkipWhereMissing();
        return $"{Shared.Value.Address}?schema=test_{Interlocked.Increment(ref stores)}";
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

    private static NpgsqlConnection Connect(string store)
    {
        var connection = new NpgsqlConnection(PostgresAddress.Parse(store).ToString());
        connection.Open();
        return connection;
    }

    private static PostgresInstance StartShared()
    {
        var server = new PostgresInstance();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
