using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>The passage that answers a demand.</summary>
/// <param name="Number">Of the row of an event or a position.</param>
internal sealed record FoundAnswer(DemandState State, string Id, string Article, string Published, bool IsEvent, long Number);

/// <summary>What became of demands: the latest passage in which the other side does or refuses what was demanded, or the holder gives it up.</summary>
/// <param name="from">Only passages published on that day or later.</param>
internal sealed class DemandAnswers(DbConnection connection, DateOnly? asOf, DateOnly? from)
{
    private const double SameWords = 0.4;
    private const int FewestWords = 2;
    private static readonly string[] Deeds = ["CONCEDE", "RETREAT", "AID", "COOPERATE", "SUPPORT", "REJECT"];
    private Dictionary<string, List<Deed>>? deeds;
    private Dictionary<(string Holder, string Topic), List<FoundAnswer>>? refusals;

    private sealed record Deed(FoundAnswer Answer, string Type, string Parties, Lazy<HashSet<string>> Words);

    /// <summary>The answer that holds; null while the demand is open.</summary>
    public FoundAnswer? Of(DemandGroup demand)
    {
        var (first, last) = (demand.First, demand.Last);
        var words = first.Condition is { } condition ? ActWords.Of(condition, 0, condition.Length) : first.Words;
        var holder = first.Key.Holder;
        var others = demand.Occasions.SelectMany(o => o.Toward.Split('|', StringSplitOptions.RemoveEmptyEntries)).Where(t => t != holder).Distinct(StringComparer.Ordinal).ToList();
        var answer = Answers(first, holder, others, words).OrderBy(a => a.Published, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal).LastOrDefault();
        // Made again after the answer, it is open again, unless the answer was a no.
        return answer is not null && answer.State != DemandState.Rejected && string.CompareOrdinal(last.Published, answer.Published) > 0 ? null : answer;
    }

    /// <summary>The words and places of answers, by kind and number.</summary>
    public Dictionary<(bool IsEvent, long Number), DemandAnswer> InFull(IReadOnlyList<FoundAnswer> answers)
    {
        var found = new Dictionary<(bool, long), DemandAnswer>();
        foreach (var kind in answers.Distinct().GroupBy(a => a.IsEvent))
            foreach (var some in kind.Chunk(500))
                foreach (var (number, answer) in connection.Query(
                    $"""
                    SELECT f.{(kind.Key ? "event" : "position")}, f.id, f.text, f.sentence_start, f.sentence_end, {Citation.Columns}
                    FROM {(kind.Key ? "events" : "positions")} f JOIN versions v USING (version) JOIN articles a USING (article) WHERE f.{(kind.Key ? "event" : "position")} IN ({string.Join(", ", some.Select(a => a.Number))})
                    """, [], r => (r.GetInt64(0), Citation.Read(r, 5, r.Span(3)) is var citation ? new DemandAnswer($"{citation.Article}#{r.GetString(1)}", r.GetString(2), citation) : null!)))
                    found[(kind.Key, number)] = answer;
        return found;
    }

    private IEnumerable<FoundAnswer> Answers(Stand first, string holder, IReadOnlyList<string> others, HashSet<string> words)
    {
        var since = first.Published!;
        foreach (var other in others)
        {
            foreach (var deed in DeedsOf(other).Where(d => string.CompareOrdinal(d.Answer.Published, since) > 0 && Fits(d.Words.Value, words)))
                if (deed.Type != "REJECT" || deed.Parties.Contains($":{holder}:", StringComparison.Ordinal)) yield return deed.Answer;
            foreach (var refusal in Refusals(other, first.Topic).Where(s => string.CompareOrdinal(s.Published, since) > 0)) yield return refusal;
        }
        foreach (var deed in DeedsOf(holder).Where(d => d.Type == "CONCEDE" && string.CompareOrdinal(d.Answer.Published, since) > 0 && Fits(d.Words.Value, words)))
            yield return deed.Answer with { State = DemandState.Withdrawn };
    }

    private static bool Fits(HashSet<string> deed, HashSet<string> demand)
    {
        var common = 0;
        foreach (var word in demand)
            if (deed.Contains(word)) common++;
        return common >= FewestWords && ActWords.Shared(deed, demand) >= SameWords;
    }

    private List<Deed> DeedsOf(string actor) => (deeds ??= AllDeeds()).GetValueOrDefault(actor) ?? [];

    // All at once, since a ledger asks for those of dozens of actors.
    private Dictionary<string, List<Deed>> AllDeeds()
    {
        var where = new Where().Published(asOf, from).And("e.status IN ('happened', 'ongoing')").And($"e.type IN ({string.Join(", ", Deeds.Select(d => $"'{d}'"))})").And("v.published IS NOT NULL");
        var found = new Dictionary<string, List<Deed>>(StringComparer.Ordinal);
        foreach (var deed in connection.Query(
            $"SELECT e.event, a.id, e.id, v.published, e.type, e.parties, e.start, e.end, e.sentence_start, e.text FROM events e JOIN versions v USING (version) JOIN articles a USING (article) {where}",
            where.Values, Read))
            foreach (var actor in Doers(deed.Parties))
            {
                if (!found.TryGetValue(actor, out var list)) found[actor] = list = [];
                list.Add(deed);
            }
        return found;
    }

    /// <summary>Codes and ids of the actors among "a:code:entity" parted by |.</summary>
    private static HashSet<string> Doers(string parties) =>
        [.. parties.Split('|').Where(p => p.StartsWith("a:", StringComparison.Ordinal)).SelectMany(p => p.Split(':', 3)[1..]).Where(p => p.Length > 0)];

    private static Deed Read(Row row)
    {
        var (evidence, sentence, text, article, type) = (row.Span(6), row.GetInt32(8), row.GetString(9), row.GetString(1), row.GetString(4));
        var answer = new FoundAnswer(type == "REJECT" ? DemandState.Rejected : DemandState.Met, $"{article}#{row.GetString(2)}", article, row.GetString(3), IsEvent: true, row.GetInt64(0));
        return new Deed(answer, type, row.GetString(5), new(() => ActWords.Of(text, evidence.Start - sentence, evidence.End - sentence)));
    }

    private List<FoundAnswer> Refusals(string holder, string topic) => (refusals ??= AllRefusals()).GetValueOrDefault((holder, topic)) ?? [];

    private Dictionary<(string Holder, string Topic), List<FoundAnswer>> AllRefusals()
    {
        var where = new Where().Published(asOf, from).And("p.stance IN ('refuses', 'opposes')").And("v.published IS NOT NULL");
        var found = new Dictionary<(string, string), List<FoundAnswer>>();
        foreach (var (answer, topic, holders) in connection.Query(
            $"SELECT p.position, a.id, p.id, v.published, p.topic, p.holder, p.holder_code FROM positions p JOIN versions v USING (version) JOIN articles a USING (article) {where}",
            where.Values, r => (new FoundAnswer(DemandState.Rejected, $"{r.GetString(1)}#{r.GetString(2)}", r.GetString(1), r.GetString(3), IsEvent: false, r.GetInt64(0)), r.GetString(4), new[] { r.GetString(5), r.Text(6) })))
            foreach (var holder in holders.OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!found.TryGetValue((holder, topic), out var list)) found[(holder, topic)] = list = [];
                list.Add(answer);
            }
        return found;
    }
}
