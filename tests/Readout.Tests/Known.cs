namespace Readout.Tests;

/// <summary>The project's knowledge, loaded once for all tests.</summary>
internal static class Known
{
    public static Knowledge Knowledge { get; } = Knowledge.Load(Repository.Knowledge);
}
