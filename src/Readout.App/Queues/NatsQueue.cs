using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Net;
using Readout.Store.Adding;
using Readout.Store.Queues;

namespace Readout.App.Queues;

/// <summary>A work-queue stream of NATS JetStream. It delivers each message at least once; the inbox of the store makes one effect of it.</summary>
internal sealed class NatsQueue : IWorkQueue
{
    // A message that was delivered so often has ended its workers.
    private const int MostDelivered = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2), Inbox = TimeSpan.FromDays(30);

    private readonly NatsAddress address;
    private readonly string store;
    private readonly TimeProvider clock;
    private readonly NatsClient client;
    private readonly INatsJSContext stream;
    private INatsJSConsumer? consumer;
    private JobStore? open;
    private bool isMade;

    public NatsQueue(NatsAddress address, string store, TimeProvider clock)
    {
        (this.address, this.store, this.clock) = (address, store, clock);
        client = new NatsClient(new NatsOpts { Url = address.Servers, Name = "readout", MaxReconnectRetry = -1, ConnectTimeout = TimeSpan.FromSeconds(5), RequestTimeout = TimeSpan.FromSeconds(10), ReconnectWaitMax = TimeSpan.FromSeconds(1), RetryOnInitialConnect = false });
        stream = client.CreateJetStreamContext();
    }

    public void Add(IReadOnlyList<Job> jobs, CancellationToken stop) => Send(jobs, stop).GetAwaiter().GetResult();

    public IReadOnlyList<Added>? Work(int most, Func<IReadOnlyList<Job>, IReadOnlyList<JobResult>> read, CancellationToken stop)
    {
        try
        {
            var messages = Receive(most, stop).GetAwaiter().GetResult();
            if (messages.Count == 0) return null;
            var store = open ??= Opened();
            var known = store.Known([.. messages.Select(m => m.Job.Message)]);
            var fresh = messages.Where(m => !known.Contains(m.Job.Message)).DistinctBy(m => m.Job.Message).ToList();
            IReadOnlyList<JobResult> results = [.. read([.. fresh.Where(m => !m.IsDeadly).Select(m => m.Job)]), .. fresh.Where(m => m.IsDeadly).Select(m => new JobResult(m.Job, null, "ended its worker again and again"))];
            var added = store.Keep(results, clock);
            // Kept first, then acknowledged: what dies in between is delivered again and found in the inbox.
            foreach (var message in messages) message.Message.AckAsync(cancellationToken: CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return added;
        }
        catch
        {
            (consumer, open, var old) = (null, null, open);
            old?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        open?.Dispose();
        client.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private JobStore Opened()
    {
        var opened = JobStore.Open(store);
        opened.Forget(Inbox);
        return opened;
    }

    private async Task<List<(INatsJSMsg<byte[]> Message, Job Job, bool IsDeadly)>> Receive(int most, CancellationToken stop)
    {
        consumer ??= await Consumer(stop);
        var messages = new List<(INatsJSMsg<byte[]>, Job, bool)>();
        await foreach (var message in consumer.FetchAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = most, Expires = Wait }, cancellationToken: stop))
            messages.Add((message, new Job(Id(message), message.Data ?? []), message.Metadata?.NumDelivered > MostDelivered));
        return messages;
    }

    // Other programs may feed the stream without naming their messages.
    private string Id(INatsJSMsg<byte[]> message) => message.Headers is { } headers && headers.TryGetValue("Nats-Msg-Id", out var id) ? id.ToString() : $"{address.Stream}-{message.Metadata?.Sequence.Stream}";

    private async Task Send(IReadOnlyList<Job> jobs, CancellationToken stop)
    {
        if (!isMade) await Make(stop);
        isMade = true;
        await Task.WhenAll(jobs.Select(job => Send(job, stop)));
    }

    private async Task Send(Job job, CancellationToken stop)
    {
        var ack = await stream.PublishAsync(address.Subject, job.Body, opts: new NatsJSPubOpts { MsgId = job.Message }, cancellationToken: stop);
        // A duplicate is one whose first acknowledgement was lost: it is there.
        if (ack.Error is not null) throw new NatsJSApiException(ack.Error);
    }

    private async Task Make(CancellationToken stop) => await stream.CreateOrUpdateStreamAsync(
        new StreamConfig(address.Stream, [address.Subject]) { Retention = StreamConfigRetention.Workqueue, Storage = StreamConfigStorage.File, NumReplicas = address.Replicas, DuplicateWindow = TimeSpan.FromMinutes(10) }, stop);

    private async Task<INatsJSConsumer> Consumer(CancellationToken stop)
    {
        await Make(stop);
        return await stream.CreateOrUpdateConsumerAsync(address.Stream, new ConsumerConfig("workers") { AckPolicy = ConsumerConfigAckPolicy.Explicit, AckWait = address.AckWait, MaxAckPending = 20_000 }, stop);
    }
}
