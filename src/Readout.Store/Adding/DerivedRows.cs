using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Output;
using Readout.Store.Acts;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.Store.Adding;

/// <summary>The rows that answers are made of, derived from the reading of a version and the corrections that hold in it.</summary>
internal sealed class DerivedRows(DbConnection connection, FindingRows findings, ActRows acts)
{
    /// <summary>Counts up whenever the same reading gives other rows; older rows are derived anew when a store is opened.</summary>
    public const int Number = 7;

    private readonly CorrectionLog log = new(connection);

    public void Write(DbTransaction transaction, long version, Reading reading, bool isCurrent)
    {
        var corrections = log.For(reading);
        if (corrections.Count == 0) findings.Write(transaction, version, reading, Marks.None);
        else Write(transaction, version, CorrectedReading.Of(JsonNode.Parse(ReadingJson.Write(reading).Span)!.AsObject(), corrections));
        if (isCurrent) acts.Enter(version);
    }

    public void Remove(long version)
    {
        acts.Leave(version);
        connection.Execute("DELETE FROM correction_uses WHERE version = @1", version);
        FindingRows.Remove(connection, version);
    }

    public void Renew(DbTransaction transaction, long version)
    {
        var (packed, isCurrent) = connection.Query("SELECT reading, is_current FROM versions WHERE version = @1", [version], r => (r.Bytes(0), r.GetInt64(1) == 1)).Single();
        using var json = JsonDocument.Parse(PackedReading.Unpack(packed, ""));
        Remove(version);
        Write(transaction, version, ReadingParse.Of(json.RootElement), isCurrent);
        connection.Execute("UPDATE versions SET derived = @1 WHERE version = @2", (long)Number, version);
    }

    private void Write(DbTransaction transaction, long version, CorrectedReading corrected)
    {
        findings.Write(transaction, version, corrected.Reading(), Marks.Of(corrected.Json));
        foreach (var (ids, held) in new[] { (corrected.Held, 1L), (corrected.Failed, 0L) })
            foreach (var id in ids) connection.Execute("INSERT INTO correction_uses (version, correction, held) VALUES (@1, @2, @3)", version, id, held);
    }
}
