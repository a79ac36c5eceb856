using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Readout.Tests.App;
using Readout.Tests.Store;

namespace Readout.Tests.Queues;

/// <summary>Health and metrics of a worker: off unless asked for, true when asked.</summary>
public sealed class EndpointTests : IDisposable
{
    private const int Articles = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Session session = new();
    private readonly StoreFile shared = new(StoreKind.Postgres);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(5) };

    public void Dispose()
    {
        client.Dispose();
        session.Dispose();
        shared.Dispose();
    }

    [Fact]
    public async Task A_worker_tells_its_health_and_what_it_kept_where_it_is_asked_to()
    {
        var port = PostgresServer.FreePort();
        Assert.Equal(0, session.Run("add", session.File("pages.jsonl", MadePages.Lines(Articles)), "--queue", shared.Path));
        using var worker = new WorkerCrowd(1, "--queue", shared.Path, "--metrics", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
        var metrics = await Metrics(port, text => Value(text, "readout_articles.*result=\"added\"") >= Articles);
        Assert.Equal(Articles, Value(metrics, "readout_articles.*result=\"added\""));
        Assert.Equal(Articles, Value(metrics, "readout_read_duration_seconds_count"));
        Assert.Contains("dotnet_gc", metrics, StringComparison.Ordinal);
        var health = await client.GetAsync(At(port, "/healthz"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("ok\n", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_worker_opens_no_address_that_it_was_not_asked_for()
    {
        Assert.Equal(0, session.Run("add", session.File("pages.jsonl", MadePages.Lines(1)), "--queue", shared.Path));
        using var worker = new WorkerCrowd(1, "--queue", shared.Path);
        var started = TimeProvider.System.GetTimestamp();
        while (PostgresServer.Number(shared.Path, "SELECT count(*) FROM versions") == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, "the worker keeps nothing");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Empty(worker.ListeningPorts());
    }

    // Asked until it is so; the worker needs a moment to come up.
    private async Task<string> Metrics(int port, Func<string, bool> isSo)
    {
        var (started, text) = (TimeProvider.System.GetTimestamp(), "");
        while (TimeProvider.System.GetElapsedTime(started) < Longest)
        {
            try
            {
                text = await client.GetStringAsync(At(port, "/metrics"), TestContext.Current.CancellationToken);
                if (isSo(text)) return text;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"the metrics never said so; at last:\n{text}");
        return text;
    }

    private static double? Value(string metrics, string name) =>
        Regex.Match(metrics, $@"^{name}[^\n]* ([0-9.]+)(?: \d+)?$", RegexOptions.Multiline) is { Success: true } found ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static Uri At(int port, string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
}
