using System.Net;
using System.Net.Sockets;

namespace Readout.Tests.Queues;

/// <summary>A way to a NATS server that lets everything through but acknowledgements: at the first one it stands still, so that a worker can be killed between keeping and acknowledging.</summary>
internal sealed class AckBarrier : IDisposable
{
    private static readonly byte[] Acknowledgement = "$JS.ACK."u8.ToArray();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim reached = new();
    private readonly CancellationTokenSource stop = new();
    private readonly int server;

    /// <param name="server">Port of the server on the loopback interface.</param>
    public AckBarrier(int server)
    {
        this.server = server;
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Waits until a worker has begun to acknowledge.</summary>
    public bool Await(TimeSpan longest) => reached.Wait(longest);

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
        reached.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Join(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient client)
    {
        using var there = new TcpClient();
        using (client)
        {
            await there.ConnectAsync(IPAddress.Loopback, server, stop.Token);
            await Task.WhenAny(Pump(client.GetStream(), there.GetStream(), isBarred: true), Pump(there.GetStream(), client.GetStream(), isBarred: false));
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, bool isBarred)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReadAsync(buffer, stop.Token) is > 0 and var count)
            {
                if (isBarred && buffer.AsSpan(0, count).IndexOf(Acknowledgement) >= 0)
                {
                    reached.Set();
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }
                await to.WriteAsync(buffer.AsMemory(0, count), stop.Token);
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }
}
