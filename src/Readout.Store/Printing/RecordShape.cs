using System.Text.Json;

namespace Readout.Store.Printing;

/// <summary>How one kind of record is written, the same for every door: as JSON and as a row of CSV.</summary>
public abstract class RecordShape<T>
{
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Cells as <see cref="Csv"/> takes them, one for each column.</summary>
    public abstract IReadOnlyList<object?> Row(T record);

    public abstract void Write(Utf8JsonWriter json, T record);
}

/// <summary>The shapes of all kinds of records that a door prints.</summary>
public sealed class RecordShapes
{
    private readonly Dictionary<Type, object> shapes = [];

    public RecordShapes With<T>(RecordShape<T> shape)
    {
        shapes[typeof(T)] = shape;
        return this;
    }

    public RecordShape<T> Of<T>() => (RecordShape<T>)shapes[typeof(T)];
}
