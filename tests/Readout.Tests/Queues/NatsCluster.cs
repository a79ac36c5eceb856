using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Readout.Tests.Store;

namespace Readout.Tests.Queues;

/// <summary>NATS servers of the tests' own on the loopback interface, from Debian's package, as one JetStream cluster.</summary>
internal sealed class NatsCluster : IDisposable
{
    private const string Program = "/usr/sbin/nats-server";
    private readonly string folder = Path.Combine(Path.GetTempPath(), "readout-nats-" + Path.GetRandomFileName());
    private readonly List<Process> nodes = [];
    private readonly int[] ports, routes, monitors;

    public NatsCluster(int count)
    {
        if (!File.Exists(Program)) Assert.Skip("NATS is not installed: apt-get install nats-server");
        Directory.CreateDirectory(folder);
        (ports, routes, monitors) = (Ports(count), Ports(count), Ports(count));
        for (var i = 0; i < count; i++) nodes.Add(Start(i));
        Await("a leader of the cluster", () => Monitor(0, "/jsz").RootElement.TryGetProperty("meta_cluster", out var meta) && meta.TryGetProperty("leader", out var leader) && leader.GetString() is { Length: > 0 });
    }

    public string Address => "nats://" + string.Join(',', ports.Select(p => $"127.0.0.1:{p}"));

    public int Port(int node) => ports[node];

    /// <summary>Messages that were delivered and not acknowledged, or not yet delivered.</summary>
    public long Waiting()
    {
        using var json = Monitor(0, "/jsz?consumers=true&leader_only=false");
        var consumers = json.RootElement.GetProperty("account_details").EnumerateArray().SelectMany(a => a.GetProperty("stream_detail").EnumerateArray()).SelectMany(s => s.GetProperty("consumer_detail").EnumerateArray());
        return consumers.Sum(c => c.GetProperty("num_ack_pending").GetInt64() + c.GetProperty("num_pending").GetInt64());
    }

    /// <summary>Ends a node without a word.</summary>
    public void Kill(int node)
    {
        nodes[node].Kill();
        nodes[node].WaitForExit();
    }

    public void Dispose()
    {
        foreach (var node in nodes)
        {
            if (!node.HasExited) node.Kill();
            node.WaitForExit();
            node.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private Process Start(int i)
    {
        var file = Path.Combine(folder, $"n{i}.conf");
        File.WriteAllText(file,
            $$"""
            server_name: n{{i}}
            listen: 127.0.0.1:{{ports[i]}}
            http: 127.0.0.1:{{monitors[i]}}
            jetstream { store_dir: "{{folder}}/n{{i}}", max_file_store: 1G }
            cluster { name: readout, listen: 127.0.0.1:{{routes[i]}}, routes: [{{string.Join(", ", routes.Select(r => $"nats://127.0.0.1:{r}"))}}] }
            """);
        return Process.Start(new ProcessStartInfo(Program, ["-c", file, "-l", Path.Combine(folder, $"n{i}.log")]))!;
    }

    private JsonDocument Monitor(int node, string path)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        return JsonDocument.Parse(client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{monitors[node]}{path}"))).GetAwaiter().GetResult());
    }

    private static int[] Ports(int count) => [.. Enumerable.Range(0, count).Select(_ => PostgresServer.FreePort())];

    private static void Await(string what, Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                if (isSo()) return;
            }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or JsonException)
            {
                // Not up yet.
            }
            Thread.Sleep(100);
        }
        throw new InvalidOperationException($"{what} did not come within half a minute");
    }
}
