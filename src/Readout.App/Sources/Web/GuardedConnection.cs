using System.Net;
using System.Net.Sockets;

namespace Readout.App.Sources.Web;

/// <summary>The address that a host resolves to is private, and the caller did not allow that.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} is a private address; give --allow-private to fetch from it");

/// <summary>Connects only to addresses that were checked, so that neither a redirect nor a changing name can lead inside.</summary>
internal static class GuardedConnection
{
    public static bool AllowsPublic(IPEndPoint point) => !PrivateAddresses.Hold(point.Address);

    public static SocketsHttpHandler Handler(Func<IPEndPoint, bool> allows) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allows, stop),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint target, Func<IPEndPoint, bool> allows, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, stop);
        addresses = [.. addresses.Where(a => allows(new IPEndPoint(a, target.Port)))];
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
