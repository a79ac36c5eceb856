using System.Data.Common;
using Readout.Statements.Wording;

namespace Readout.Store.Asking;

/// <summary>One use of a phrase that matters in diplomacy, and the statement that uses it.</summary>
/// <param name="Words">As they stand in the statement.</param>
public sealed record FoundWording(string Family, string Form, string Words, FoundStatement Said);

/// <summary>Every use of the phrase families in the statements of the record, the latest first.</summary>
public sealed record WordingQuestion : Question<IReadOnlyList<FoundWording>>
{
    public required WordingFinder Finder { get; init; }

    public Selection Selection { get; init; } = new() { Limit = int.MaxValue };

    internal override IReadOnlyList<FoundWording> Answer(DbConnection connection)
    {
        var rows = new StatementRows(connection);
        return [.. rows.Find(rows.Of(Selection, AsOf), "coalesce(s.day, v.published) DESC", Selection.Limit)
            .SelectMany(s => Finder.Find(s.Text, []), (s, use) => new FoundWording(use.Family, use.Form, use.Span.In(s.Text), s))];
    }
}
