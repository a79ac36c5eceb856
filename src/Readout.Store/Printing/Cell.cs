using System.Globalization;

namespace Readout.Store.Printing;

/// <summary>A value as text: invariant, lists parted by <c>|</c>, nothing for unknown.</summary>
public static class Cell
{
    public static string Of(object? cell) => cell switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join('|', list),
        _ => throw new ArgumentException($"a cell cannot hold a {cell.GetType().Name}", nameof(cell)),
    };
}
