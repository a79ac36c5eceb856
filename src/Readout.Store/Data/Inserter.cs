using System.Data.Common;

namespace Readout.Store.Data;

/// <summary>Rows of one table that are inserted by the thousand.</summary>
internal abstract class Inserter : IDisposable
{
    public abstract void Insert(DbTransaction transaction, params ReadOnlySpan<object?> values);

    /// <summary>What was inserted can be read by queries from here on.</summary>
    public virtual void Flush()
    {
    }

    public abstract void Dispose();
}
