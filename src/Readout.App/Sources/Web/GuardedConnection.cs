using System.Net;
using System.Net.Sockets;

namespace Readout.App.Sources.Web;

/// <summary>The address that a host resolves to is private, and the caller did not allow that.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} is a private address; give --allow-private to fetch from it");

/// <summary>Connects only to addresses that were checked, so that neither a redirect nor a changing name can lead inside.</summary>
internal static class GuardedConnection
{
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allowPrivate, stop),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint target, bool allowPrivate, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, stop);
        if (!allowPrivate) addresses = [.. addresses.Where(a => !PrivateAddresses.Hold(a))];
        if (addresses.Length == 0) throw new PrivateAddressException(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
