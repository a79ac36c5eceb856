using Readout.App.Frame;
using Readout.Store.Data;

namespace Readout.App.Queues;

/// <summary>The queue that an address names.</summary>
internal static class WorkQueues
{
    public static IWorkQueue Open(string queue, string store, TimeProvider clock)
    {
        if (PostgresAddress.Is(queue)) return new PostgresQueue(queue, clock);
        if (NatsAddress.Is(queue)) return new NatsQueue(NatsAddress.Parse(queue), store, clock);
        throw new UsageException($"--queue {queue} is no queue; give postgres://user@host/database or nats://host:4222");
    }

    /// <summary>The store that workers of a queue fill: a queue in PostgreSQL lies in its own.</summary>
    public static string StoreOf(string queue, string store) => PostgresAddress.Is(queue) ? queue
        : PostgresAddress.Is(store) ? store : throw new UsageException("workers share a store in PostgreSQL: give postgres://user@host/database with --store");
}
