using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Meetings and visits that were announced and, as of the day, still lie ahead.</summary>
internal sealed record MeetingsQuestion : Question<IReadOnlyList<FoundEvent>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>The day from which "coming" counts; announcements without a date count for sixty days.</summary>
    public required DateOnly Today { get; init; }

    internal override IReadOnlyList<FoundEvent> Answer(DbConnection connection)
    {
        var rows = new EventRows(connection);
        var where = rows.Of(Selection, AsOf ?? Today)
            // PLOVER codes an announced meeting as AGREE; its mode says that it is one.
            .And("(e.type = 'CONSULT' OR (e.type = 'AGREE' AND e.mode IN ('visit', 'phone', 'multilateral', 'third-party')))")
            .And("e.status = 'planned'")
            .And("(e.last_day >= ? OR (e.last_day IS NULL AND v.published >= ?))", IsoPeriod.Text(Today), IsoPeriod.Text(Today.AddDays(-60)));
        return rows.Acts(where, Selection.Limit, AsOf ?? Today);
    }
}
