using System.Globalization;
using Readout.Store;
using Readout.Tests.App;
using Readout.Tests.Store;

namespace Readout.Tests.Queues;

/// <summary>A worker that dies after it has kept its pages and before it has acknowledged them: they are delivered again and change nothing.</summary>
public sealed class AcknowledgementTests : IDisposable
{
    private const int Articles = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Session session = new();
    private readonly StoreFile shared = new(StoreKind.Postgres);

    public void Dispose()
    {
        session.Dispose();
        shared.Dispose();
    }

    [Fact]
    public void What_was_kept_and_not_acknowledged_has_its_effect_once()
    {
        using var cluster = new NatsCluster(3);
        ReadingStore.Open(shared.Path).Dispose();
        var queue = cluster.Address + "?ack_wait=2";
        Assert.Equal(0, session.Run("add", session.File("pages.jsonl", MadePages.Lines(Articles)), "--queue", queue, "--store", shared.Path));
        var kept = KillBetweenKeepingAndAcknowledging(cluster);
        Assert.InRange(kept, 1, Articles - 1);

        using var others = new WorkerCrowd(2, "--queue", queue, "--store", shared.Path);
        Await("all pages", () => Number("SELECT count(*) FROM versions") == Articles);
        // The same messages come again once the server has waited in vain for their acknowledgements.
        Await("that nothing waits to be acknowledged", () => cluster.Waiting() == 0);
        Assert.All(others.Stop(), status => Assert.Equal(0, status));
        Assert.Equal(Articles, Number("SELECT count(*) FROM articles"));
        Assert.Equal(Articles, Number("SELECT count(*) FROM versions"));
        Assert.Equal(Articles, Number("SELECT count(*) FROM inbox"));
        Assert.Equal(Articles, Number("SELECT count(DISTINCT version) FROM events"));
        Assert.Equal(0, Number("SELECT count(*) FROM failed_jobs"));
    }

    /// <summary>How many pages the worker had kept when it died.</summary>
    private long KillBetweenKeepingAndAcknowledging(NatsCluster cluster)
    {
        using var barrier = new AckBarrier(cluster.Port(0));
        using var worker = new WorkerCrowd(1, "--queue", string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{barrier.Port}?ack_wait=2&replicas=3"), "--store", shared.Path);
        Assert.True(barrier.Await(Longest), "no worker came to acknowledge");
        worker.Kill();
        return Number("SELECT count(*) FROM inbox");
    }

    private static void Await(string what, Func<bool> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"{what} did not come within {Longest}");
            Thread.Sleep(200);
        }
    }

    private long Number(string sql) => PostgresServer.Number(shared.Path, sql);
}
