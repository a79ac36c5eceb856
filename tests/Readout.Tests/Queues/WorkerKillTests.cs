using Readout.Store;
using Readout.Tests.App;
using Readout.Tests.Store;

namespace Readout.Tests.Queues;

/// <summary>Pages, 3,000 once for each queue, through workers that are killed, on servers that are killed: each has its effect, once.</summary>
public sealed class WorkerKillTests : IDisposable
{
    private const int Deaths = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Session session = new();
    private readonly StoreFile shared = new(StoreKind.Postgres);

    public void Dispose()
    {
        session.Dispose();
        shared.Dispose();
    }

    [Theory]
    [InlineData(2, 3000)]
    [InlineData(3, 1000)]
    [InlineData(4, 1000)]
    public void On_PostgreSQL_every_page_has_its_effect_once(int workers, int articles)
    {
        Assert.Equal(0, session.Run("add", session.File("pages.jsonl", MadePages.Lines(articles)), "--queue", shared.Path));
        Assert.Equal(articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM jobs"));
        using var crowd = new WorkerCrowd(workers, "--queue", shared.Path);
        Await(crowd, workers, articles, () => { });
        Assert.Equal(0, PostgresServer.Number(shared.Path, "SELECT count(*) FROM jobs") + PostgresServer.Number(shared.Path, "SELECT count(*) FROM failed_jobs"));
    }

    [Theory]
    [InlineData(2, 1000)]
    [InlineData(3, 3000)]
    [InlineData(4, 1000)]
    public void On_a_cluster_of_NATS_every_page_has_its_effect_once_though_a_node_dies(int workers, int articles)
    {
        using var cluster = new NatsCluster(3);
        ReadingStore.Open(shared.Path).Dispose();
        var queue = cluster.Address + "?ack_wait=5";
        Assert.Equal(0, session.Run("add", session.File("pages.jsonl", MadePages.Lines(articles)), "--queue", queue, "--store", shared.Path));
        using var crowd = new WorkerCrowd(workers, "--queue", queue, "--store", shared.Path);
        Await(crowd, workers, articles, () => cluster.Kill(1));
        Assert.Equal(articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM inbox"));
        Assert.Equal(0, PostgresServer.Number(shared.Path, "SELECT count(*) FROM failed_jobs"));
    }

    private void Await(WorkerCrowd crowd, int workers, int articles, Action killServer)
    {
        // A fixed seed: the deaths of a failing run can be told again.
        var random = new Random(workers);
        var (started, deaths, next) = (TimeProvider.System.GetTimestamp(), 0, articles / (Deaths + 2));
        while (PostgresServer.Number(shared.Path, "SELECT count(*) FROM versions") is var done && done < articles)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"{done} of {articles} after {Longest}");
            Thread.Sleep(200);
            if (done < next || deaths >= Deaths) continue;
            crowd.KillOne(random);
            if (++deaths == Deaths / 2) killServer();
            next += articles / (Deaths + 2);
        }
        // Stopping lets what is begun end.
        Assert.All(crowd.Stop(), status => Assert.Equal(0, status));
        Assert.Equal(articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM articles"));
        Assert.Equal(articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM versions"));
        Assert.Equal(articles, PostgresServer.Number(shared.Path, "SELECT count(DISTINCT version) FROM events"));
    }
}
