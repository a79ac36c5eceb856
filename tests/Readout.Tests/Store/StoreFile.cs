using Readout.Store;
using Readout.Store.Adding;

namespace Readout.Tests.Store;

/// <summary>The databases that can hold the record.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>A store of its own - a file or a schema of the test server -, gone after the test.</summary>
internal sealed class StoreFile : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public StoreFile(StoreKind kind = StoreKind.Sqlite)
    {
        Kind = kind;
        Path = kind == StoreKind.Postgres ? PostgresServer.NewStore() : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"readout-test-{System.IO.Path.GetRandomFileName()}.db");
    }

    public StoreKind Kind { get; }

    public string Path { get; }

    /// <summary>Adds in one run, as one call of <c>add</c> does.</summary>
    public IReadOnlyList<AddResult> Run(params IReadOnlyList<Reading> readings) => RunAt(Now, readings);

    public IReadOnlyList<AddResult> RunAt(DateTimeOffset now, params IReadOnlyList<Reading> readings)
    {
        using var store = ReadingStore.Open(Path);
        return [.. readings.Select(r => store.Add([r], now)[0].Result)];
    }

    public T With<T>(Func<ReadingStore, T> act)
    {
        using var store = ReadingStore.OpenExisting(Path);
        return act(store);
    }

    public string Export(bool allVersions = false) => With(s => string.Join('\n', s.Readings(null, allVersions)));

    public void Dispose()
    {
        if (Kind == StoreKind.Postgres) PostgresServer.Drop(Path);
        else
            foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(Path + end);
    }
}
