using System.Globalization;
using Readout.App.Frame;

namespace Readout.App.Queues;

/// <summary>A <c>nats://host:port,host:port/stream?replicas=3&amp;ack_wait=60</c> address.</summary>
/// <param name="Servers">Addresses of the servers, separated by commas.</param>
/// <param name="Replicas">Servers that hold each message: three in a cluster, one alone.</param>
/// <param name="AckWait">A message that was not acknowledged for so long is delivered to another worker.</param>
internal sealed record NatsAddress(string Servers, string Stream, int Replicas, TimeSpan AckWait)
{
    private const string Scheme = "nats://";

    public string Subject => $"{Stream}.pages";

    public static bool Is(string address) => address.StartsWith(Scheme, StringComparison.Ordinal);

    public static NatsAddress Parse(string address)
    {
        var (body, options) = address[Scheme.Length..].Split('?', 2) is [var b, var o] ? (b, o) : (address[Scheme.Length..], "");
        var (hosts, stream) = body.Split('/', 2) is [var h, { Length: > 0 } s] ? (h, s) : (body.TrimEnd('/'), "readout");
        string[] servers = [.. hosts.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        if (servers.Length == 0 || !stream.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) throw new UsageException($"--queue {address} names no server or no stream; write nats://host:4222 or nats://one:4222,two:4222,three:4222/stream");
        var (replicas, ackWait) = (servers.Length >= 3 ? 3 : 1, 60);
        foreach (var option in options.Split('&', StringSplitOptions.RemoveEmptyEntries))
            switch (option.Split('='))
            {
                case ["replicas", var value] when Number(value, 1, 5) is { } number: replicas = number; break;
                case ["ack_wait", var value] when Number(value, 1, 3600) is { } number: ackWait = number; break;
                default: throw new UsageException($"--queue has the option '{option}'; known are replicas=1 to 5 and ack_wait=1 to 3600 (seconds)");
            }
        return new NatsAddress(string.Join(',', servers.Select(s => Scheme + s)), stream, replicas, TimeSpan.FromSeconds(ackWait));
    }

    private static int? Number(string text, int least, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
