namespace Readout.App.Frame;

/// <summary>What the process tells its caller.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>Some inputs could not be read; each was named on standard error, the rest is done.</summary>
    public const int SomeFailed = 1;

    public const int WrongCall = 2;

    /// <summary>Stopped by Ctrl-C, as shells expect it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
