namespace Readout.App.Frame;

/// <summary>The call itself is wrong (exit status 2). The message says what to give instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
