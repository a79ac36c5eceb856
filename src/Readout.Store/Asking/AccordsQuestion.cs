using System.Data.Common;
using Readout.Store.Acts;

namespace Readout.Store.Asking;

/// <summary>An agreement with the steps that it went through, as of the day.</summary>
/// <param name="Status">That of the last step.</param>
/// <param name="Steps">The first report of each step, in the order of days.</param>
/// <param name="Reports">How many passages tell of it.</param>
public sealed record FoundAccord(string? Name, IReadOnlyList<Party> Parties, string Status, IReadOnlyList<FoundAgreement> Steps, int Reports);

/// <summary>The ledger of agreements: each once, with its steps; the one with the latest step first.</summary>
public sealed record AccordsQuestion : Question<IReadOnlyList<FoundAccord>>
{
    // Unnamed accords of the same parties are one when they are told in the same words.
    private const double SameWords = 0.5;

    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundAccord> Answer(DbConnection connection)
    {
        var reports = new AgreementsQuestion { Selection = Selection with { Limit = int.MaxValue, Since = null }, AsOf = AsOf }.Answer(connection);
        var groups = reports.Where(r => r.Name is not null).GroupBy(r => Key(r.Name!), StringComparer.Ordinal).Select(g => g.ToList())
            .SelectMany(ByParties).Concat(Unnamed([.. reports.Where(r => r.Name is null)]));
        var since = new AddedSince(connection, Selection.Since);
        return [.. groups.Where(g => since.Has(g.Select(r => r.Citation.Article))).Select(Accord).OrderByDescending(a => Day(a.Steps[^1]), StringComparer.Ordinal).ThenBy(a => a.Steps[^1].Id, StringComparer.Ordinal).Take(Selection.Limit)];
    }

    private static FoundAccord Accord(List<FoundAgreement> reports)
    {
        List<FoundAgreement> sorted = [.. reports.OrderBy(Day, StringComparer.Ordinal).ThenBy(r => r.Citation.Article, StringComparer.Ordinal).ThenBy(r => r.Citation.Span)];
        var steps = new List<FoundAgreement>();
        foreach (var report in sorted)
            if (steps.Count == 0 || steps[^1].Status != report.Status) steps.Add(report);
        var name = sorted.Select(r => r.Name).OfType<string>().GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new FoundAccord(name, [.. sorted.SelectMany(r => r.Parties).DistinctBy(p => p.Code ?? p.Id).OrderBy(p => p.Code ?? p.Id, StringComparer.Ordinal)], steps[^1].Status, steps, sorted.Count);
    }

    // "Joint Declaration" is the name of many; "Minsk II" of one, whoever is named with it.
    private static IEnumerable<List<FoundAgreement>> ByParties(List<FoundAgreement> reports) =>
        IsGeneric(reports[0].Name!) ? reports.GroupBy(PartyKey, StringComparer.Ordinal).SelectMany(g => Unnamed([.. g])) : [reports];

    private static bool IsGeneric(string name) =>
        name.Split(' ').All(w => w.ToUpperInvariant() is "JOINT" or "DECLARATION" or "STATEMENT" or "AGREEMENT" or "MEMORANDUM" or "OF" or "UNDERSTANDING" or "TREATY" or "PROTOCOL" or "ACCORD" or "DEAL" or "PACT" or "THE" or "PLAN" or "COMMUNIQUE" or "COMMUNIQUÉ");

    private static IEnumerable<List<FoundAgreement>> Unnamed(IReadOnlyList<FoundAgreement> reports)
    {
        foreach (var same in reports.GroupBy(PartyKey, StringComparer.Ordinal))
        {
            var groups = new List<(HashSet<string> Words, List<FoundAgreement> Members)>();
            foreach (var report in same)
            {
                var words = ActWords.Of(report.Sentence, 0, report.Sentence.Length);
                var group = groups.Find(g => ActWords.Shared(g.Words, words) >= SameWords);
                if (group.Members is null) groups.Add(group = (words, []));
                group.Members.Add(report);
            }
            foreach (var (_, members) in groups) yield return members;
        }
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string PartyKey(FoundAgreement report) => string.Join('|', report.Parties.Select(p => p.Code ?? p.Id).Order(StringComparer.Ordinal));

    private static string Day(FoundAgreement report) => Data.IsoPeriod.Of(report.Date).First ?? report.Citation.Published ?? "9999";
}
