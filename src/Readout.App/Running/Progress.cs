using System.Globalization;
using Readout.App.Frame;

namespace Readout.App.Running;

/// <summary>One line on standard error: how many articles, what share of the bytes, how long it will take. Silent unless standard error is a terminal.</summary>
internal sealed class Progress(Terminal terminal, bool quiet, string done)
{
    public bool IsShown { get; } = terminal.ErrorIsTerminal && !quiet;
    private readonly long started = terminal.Clock.GetTimestamp();
    private readonly Lock gate = new();
    private long drawn;
    private bool isOnScreen;
    private long readBytes;

    public int Articles { get; private set; }

    /// <summary>Bytes of all inputs together; 0 while it cannot be told (a URL, a pipe).</summary>
    public long TotalBytes { get; set; }

    public TimeSpan Elapsed => terminal.Clock.GetElapsedTime(started);

    public void Read(long bytes) => Interlocked.Add(ref readBytes, bytes);

    public void Finished()
    {
        lock (gate)
        {
            Articles++;
            if (!IsShown || terminal.Clock.GetElapsedTime(drawn).TotalSeconds < 0.2) return;
            drawn = terminal.Clock.GetTimestamp();
            isOnScreen = true;
            terminal.Error.Write("\r\u001b[K" + Line());
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            if (isOnScreen) terminal.Error.Write("\r\u001b[K");
            isOnScreen = false;
        }
    }

    private string Line()
    {
        var share = TotalBytes > 0 ? Math.Min(1.0, (double)Interlocked.Read(ref readBytes) / TotalBytes) : 0;
        var line = string.Create(CultureInfo.InvariantCulture, $"{Articles} articles {done}, {Articles / Math.Max(Elapsed.TotalSeconds, 0.001):0.0}/s");
        if (share <= 0) return line;
        var left = TimeSpan.FromSeconds(Elapsed.TotalSeconds * (1 - share) / share);
        return line + string.Create(CultureInfo.InvariantCulture, $", {share:0%} of the input, {Left(left)} left");
    }

    private static string Left(TimeSpan left) => left.TotalHours >= 1 ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : left.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
