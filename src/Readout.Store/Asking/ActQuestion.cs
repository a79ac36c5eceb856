using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Why one report was put with the others: the report that it is nearest to, and what they share.</summary>
/// <param name="With">Id of the other report.</param>
public sealed record ActLink(string Report, string With, IReadOnlyList<string> Reasons);

/// <summary>One act with all its reports, and why they are one.</summary>
/// <param name="Reports">In the order of publication, the first report first.</param>
/// <param name="Links">A chain that holds all reports together, one link for each report but the first.</param>
public sealed record FoundAct(string Id, long Sources, IReadOnlyList<FoundEvent> Reports, IReadOnlyList<ActLink> Links);

/// <summary>An act by its id (<c>ev-0123456789</c>) or by the id of one of its reports (<c>article#e3</c>).</summary>
public sealed record ActQuestion : Question<FoundAct>
{
    public required string Id { get; init; }

    internal override FoundAct Answer(DbConnection connection)
    {
        var sheet = new ActSheet(connection, AsOf);
        var group = Group(connection, sheet) ?? throw new QuestionException($"there is no event '{Id}' in the store; ids stand in the answers of timeline");
        var reports = sheet.Reports(group);
        var found = EventRows.Counted(new EventRows(connection).ByNumber([.. reports.Select(r => r.Event)]), sheet);
        var ids = reports.Zip(found).ToDictionary(p => p.First.Event, p => p.Second.Id);
        return new FoundAct(found[0].Act, found[0].Sources, found, [.. Links(reports).Select(l => new ActLink(ids[l.Report], ids[l.With], l.Reasons))]);
    }

    private long? Group(DbConnection connection, ActSheet sheet)
    {
        var where = new Where().Published(AsOf);
        if (Id.LastIndexOf('#') is > 0 and var hash) where.And("a.id = ?", Id[..hash]).And("e.id = ?", Id[(hash + 1)..]);
        else where.And("e.name = ?", Id);
        var rows = connection.Query($"SELECT e.event, e.act FROM events e JOIN versions v USING (version) JOIN articles a USING (article) {where} ORDER BY a.id, e.start LIMIT 1", where.Values, r => sheet.GroupOf(r.GetInt64(0), r.GetInt64(1)));
        return rows is [var group] ? group : null;
    }

    private static IEnumerable<(long Report, long With, IReadOnlyList<string> Reasons)> Links(List<ActReport> reports)
    {
        var linked = new List<ActReport> { reports[0] };
        var open = reports.Skip(1).ToList();
        while (open.Count > 0)
        {
            var next = open.Select(r => (Report: r, Link: linked.Select(l => (With: l, Reasons: SameAct.Why(r, l))).FirstOrDefault(l => l.Reasons is not null))).FirstOrDefault(r => r.Link.Reasons is not null);
            if (next.Report is null) yield break;
            yield return (next.Report.Event, next.Link.With.Event, next.Link.Reasons!);
            linked.Add(next.Report);
            open.Remove(next.Report);
        }
    }
}
