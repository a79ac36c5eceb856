using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using NATS.Client.Core;
using NATS.Client.JetStream;
using Readout.App.Frame;
using Readout.Store;

namespace Readout.App.Queues;

/// <summary>Faults of servers, which go and come back.</summary>
internal static class Faults
{
    public static bool Pass(Exception problem) =>
        problem is DbException or NatsException or NatsJSException or TimeoutException or IOException or SocketException or OperationCanceledException or StoreException { IsPassing: true };

    public static void Wait(Exception problem, TimeSpan pause, Terminal terminal, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return;
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"readout: {problem.Message.TrimEnd('.')}; trying again in {pause.TotalSeconds:0.0} s"));
        stop.WaitHandle.WaitOne(pause);
    }
}
