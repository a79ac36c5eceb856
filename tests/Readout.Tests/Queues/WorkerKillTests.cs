using System.Globalization;
using System.Text;
using Readout.Store;
using Readout.Tests.App;
using Readout.Tests.Store;

namespace Readout.Tests.Queues;

/// <summary>3,000 pages through workers that are killed, on servers that are killed: each has its effect, once.</summary>
public sealed class WorkerKillTests : IDisposable
{
    private const int Articles = 3000, Deaths = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Session session = new();
    private readonly StoreFile shared = new(StoreKind.Postgres);

    public void Dispose()
    {
        session.Dispose();
        shared.Dispose();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void On_PostgreSQL_every_page_has_its_effect_once(int workers)
    {
        Assert.Equal(0, session.Run("add", Pages(), "--queue", shared.Path));
        Assert.Equal(Articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM jobs"));
        using var crowd = new WorkerCrowd(workers, "--queue", shared.Path);
        Await(crowd, workers, () => { });
        Assert.Equal(0, PostgresServer.Number(shared.Path, "SELECT count(*) FROM jobs") + PostgresServer.Number(shared.Path, "SELECT count(*) FROM failed_jobs"));
    }

    [Theory]
    [InlineData(3)]
    public void On_a_cluster_of_NATS_every_page_has_its_effect_once_though_a_node_dies(int workers)
    {
        using var cluster = new NatsCluster(3);
        ReadingStore.Open(shared.Path).Dispose();
        var queue = cluster.Address + "?ack_wait=5";
        Assert.Equal(0, session.Run("add", Pages(), "--queue", queue, "--store", shared.Path));
        using var crowd = new WorkerCrowd(workers, "--queue", queue, "--store", shared.Path);
        Await(crowd, workers, () => cluster.Kill(1));
        Assert.Equal(Articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM inbox"));
        Assert.Equal(0, PostgresServer.Number(shared.Path, "SELECT count(*) FROM failed_jobs"));
    }

    private string Pages()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Articles; i++)
            lines.AppendLine(CultureInfo.InvariantCulture, $$"""{"id": "p{{i}}", "published": "2021-03-{{1 + i % 28:00}}", "source": "Paper {{i % 7}}", "text": "U.S. Secretary of State Antony Blinken met South Korean Foreign Minister Chung Eui-yong in Seoul on Thursday, according to report number {{i}} of the paper."}""");
        return session.File("pages.jsonl", lines.ToString());
    }

    private void Await(WorkerCrowd crowd, int workers, Action killServer)
    {
        // A fixed seed: the deaths of a failing run can be told again.
        var random = new Random(workers);
        var (started, deaths, next) = (TimeProvider.System.GetTimestamp(), 0, Articles / (Deaths + 2));
        while (PostgresServer.Number(shared.Path, "SELECT count(*) FROM versions") is var done && done < Articles)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"{done} of {Articles} after {Longest}");
            Thread.Sleep(200);
            if (done < next || deaths >= Deaths) continue;
            crowd.KillOne(random);
            if (++deaths == Deaths / 2) killServer();
            next += Articles / (Deaths + 2);
        }
        // Stopping lets what is begun end.
        Assert.All(crowd.Stop(), status => Assert.Equal(0, status));
        Assert.Equal(Articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM articles"));
        Assert.Equal(Articles, PostgresServer.Number(shared.Path, "SELECT count(*) FROM versions"));
        Assert.Equal(Articles, PostgresServer.Number(shared.Path, "SELECT count(DISTINCT version) FROM events"));
    }
}
