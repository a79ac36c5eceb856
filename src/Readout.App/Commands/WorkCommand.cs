using System.CommandLine;
using System.Globalization;
using System.Net;
using Readout.App.Frame;
using Readout.App.Queues;
using Readout.App.Running;
using Readout.App.Views;
using Readout.Store.Adding;

namespace Readout.App.Commands;

/// <summary><c>work</c>: a worker on a queue. What is printed is kept.</summary>
internal static class WorkCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var queue = new Option<string>("--queue") { Description = "The queue: postgres://user@host/database (its store is the same), or nats://host:4222", HelpName = "ADDRESS", Required = true };
        var untilEmpty = new Option<bool>("--until-empty") { Description = "End when no page waits, instead of waiting for more" };
        var metrics = new Option<string?>("--metrics") { Description = "Answer /healthz and /metrics at this address (default: off)", HelpName = "IP:PORT" };
        var verb = new Verb(
            "work",
            "A worker on a queue, for a corpus that outgrows one machine; stops gracefully on SIGTERM and Ctrl-C",
            "readout add news/ --queue postgres://readout@db/readout && readout work --queue postgres://readout@db/readout",
            "readout work --queue nats://n1:4222,n2:4222,n3:4222 --store postgres://readout@db/readout --metrics 127.0.0.1:9464") { queue, untilEmpty, metrics };
        return verb.Does(call => Work(call, call.Get(queue)!, call.Get(untilEmpty), call.Get(metrics)), common, terminal);
    }

    private static int Work(Call call, string queue, bool untilEmpty, string? metrics)
    {
        var store = WorkQueues.StoreOf(queue, call.Setting.Store);
        using var waiting = WorkQueues.Open(queue, store, call.Terminal.Clock);
        using var meter = new WorkMeter(call.Terminal.Clock);
        using var telemetry = Endpoints.Telemetry();
        using var endpoints = metrics is null ? null : Endpoints.Start(Address(metrics), meter);
        using var loaded = new LoadedReader(call.Setting);
        var view = new RecordsView<Added>(call.Setting.FormatFor(call.Terminal), call.Terminal, new AddedShape());
        var started = call.Terminal.Clock.GetTimestamp();
        var counts = new AddedCounts();
        foreach (var added in new Worker(waiting, loaded.Reader, call.Setting.Jobs, call.Terminal, meter).Run(untilEmpty, call.Stop))
        {
            view.Show(added);
            counts.Add(added);
            meter.Kept(added);
        }
        view.End();
        if (!call.Setting.Quiet) call.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"readout: {counts} in {call.Terminal.Clock.GetElapsedTime(started).TotalSeconds:0.0} s; {meter.FailedPages} pages could not be read"));
        return meter.FailedPages == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    private static IPEndPoint Address(string metrics) => IPEndPoint.TryParse(metrics, out var address) && address.Port > 0
        ? address : throw new UsageException($"--metrics {metrics} is no address; write 127.0.0.1:9464");
}
