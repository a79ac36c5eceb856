using System.Diagnostics.Metrics;
using Readout.Store.Adding;

namespace Readout.App.Queues;

/// <summary>What a worker counts, under the names that metrics and telemetry show.</summary>
internal sealed class WorkMeter : IDisposable
{
    public const string Name = "Readout";

    private readonly TimeProvider clock;
    private readonly Meter meter = new(Name);
    private readonly Counter<long> kept, failed, faults;
    private readonly Histogram<double> seconds;
    private long alive, failedPages;

    public WorkMeter(TimeProvider clock)
    {
        this.clock = clock;
        kept = meter.CreateCounter<long>("readout.articles", "{article}", "Articles kept, by what became of them");
        failed = meter.CreateCounter<long>("readout.pages.failed", "{page}", "Pages that could not be read");
        faults = meter.CreateCounter<long>("readout.faults", "{fault}", "Faults of the queue or the store after which was tried again");
        seconds = meter.CreateHistogram("readout.read.duration", "s", "Time to read one page", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10] });
        Alive();
    }

    /// <summary>Since the last time that queue and store answered.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Interlocked.Read(ref alive));

    public void Alive() => Interlocked.Exchange(ref alive, clock.GetTimestamp());

    public void Kept(Added added) => kept.Add(1, new KeyValuePair<string, object?>("result", Output.Words.Of(added.Result)));

    public void Read(TimeSpan duration) => seconds.Record(duration.TotalSeconds);

    public long FailedPages => Interlocked.Read(ref failedPages);

    public void Failed()
    {
        Interlocked.Increment(ref failedPages);
        failed.Add(1);
    }

    public void Fault() => faults.Add(1);

    public void Dispose() => meter.Dispose();
}
