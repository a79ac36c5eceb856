using Readout.Store;
using Readout.Store.Adding;

namespace Readout.Tests.Store;

/// <summary>A store in a file of its own, gone after the test.</summary>
internal sealed class StoreFile : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"readout-test-{System.IO.Path.GetRandomFileName()}.db");

    /// <summary>Adds in one run, as one call of <c>add</c> does.</summary>
    public IReadOnlyList<AddResult> Run(params IReadOnlyList<Reading> readings)
    {
        using var store = ReadingStore.Open(Path);
        return [.. readings.Select(r => store.Add([r], Now)[0].Result)];
    }

    public T With<T>(Func<ReadingStore, T> act)
    {
        using var store = ReadingStore.OpenExisting(Path);
        return act(store);
    }

    public string Export(bool allVersions = false) => With(s => string.Join('\n', s.Readings(null, allVersions)));

    public void Dispose()
    {
        foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(Path + end);
    }
}
