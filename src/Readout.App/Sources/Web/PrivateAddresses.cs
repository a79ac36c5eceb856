using System.Net;
using System.Net.Sockets;

namespace Readout.App.Sources.Web;

/// <summary>Addresses that are not on the public internet, in all forms in which IPv6 carries them (IANA special-purpose registries).</summary>
internal static class PrivateAddresses
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    public static bool Hold(IPAddress address)
    {
        if (Networks.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address))) return true;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && Embedded(address) is { } inner && Hold(inner);
    }

    /// <summary>The IPv4 address inside a mapped, compatible, translated (64:ff9b::/96) or 6to4 (2002::/16) address.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var isMapped = bytes.AsSpan(0, 10).IndexOfAnyExcept((byte)0) < 0 && bytes[10] == bytes[11] && bytes[10] is 0 or 0xFF;
        var isSiit = bytes.AsSpan(0, 8).IndexOfAnyExcept((byte)0) < 0 && bytes is [_, _, _, _, _, _, _, _, 0xFF, 0xFF, 0, 0, ..];
        var isTranslated = bytes.AsSpan(0, 12).SequenceEqual(new byte[] { 0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0 });
        if (isMapped || isSiit || isTranslated) return new IPAddress(bytes.AsSpan(12, 4));
        return bytes is [0x20, 0x02, ..] ? new IPAddress(bytes.AsSpan(2, 4)) : null;
    }
}
