using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>What became of demands: the latest passage in which the other side does or refuses what was demanded, or the holder gives it up.</summary>
internal sealed class DemandAnswers(DbConnection connection, DateOnly? asOf)
{
    private const double SameWords = 0.4;
    private const int FewestWords = 2;
    private static readonly string[] Deeds = ["CONCEDE", "RETREAT", "AID", "COOPERATE", "SUPPORT", "REJECT"];
    private readonly Asking.Names names = new(connection);
    private Dictionary<string, List<Deed>>? deeds;
    private readonly Dictionary<(string Holder, string Topic), List<FoundPosition>> stands = [];

    private sealed record Deed(long Event, string Id, string Type, string Published, string Parties, string Sentence, Lazy<HashSet<string>> Words, Citation Citation);

    public FoundDemand Of(IReadOnlyList<FoundPosition> occasions)
    {
        var (first, last) = (occasions[0], occasions[^1]);
        var times = occasions.DistinctBy(o => o.Citation.Published).Count();
        var text = first.Condition ?? first.Sentence;
        var words = ActWords.Of(text, 0, text.Length);
        var holder = PositionChain.Key(first).Holder;
        var others = occasions.SelectMany(o => o.Toward).Where(t => t != holder).Distinct(StringComparer.Ordinal).ToList();
        var (state, answer) = Answers(first, holder, others, words).OrderBy(a => a.Answer.Citation.Published, StringComparer.Ordinal).ThenBy(a => a.Answer.Id, StringComparer.Ordinal).LastOrDefault();
        // Made again after the answer, it is open again, unless the answer was a no.
        if (answer is not null && state != DemandState.Rejected && string.CompareOrdinal(last.Citation.Published, answer.Citation.Published) > 0) (state, answer) = (DemandState.Open, null);
        return new FoundDemand(answer is null ? DemandState.Open : state, first, last, times, answer);
    }

    private IEnumerable<(DemandState State, DemandAnswer Answer)> Answers(FoundPosition first, string holder, IReadOnlyList<string> others, HashSet<string> words)
    {
        var since = first.Citation.Published!;
        foreach (var other in others)
        {
            foreach (var deed in DeedsOf(other).Where(d => string.CompareOrdinal(d.Published, since) > 0 && Fits(d.Words.Value, words)))
            {
                if (deed.Type == "REJECT" && !deed.Parties.Contains($":{holder}:", StringComparison.Ordinal)) continue;
                yield return (deed.Type == "REJECT" ? DemandState.Rejected : DemandState.Met, new DemandAnswer(deed.Id, deed.Sentence, deed.Citation));
            }
            foreach (var stand in Stands(other, first.Topic).Where(s => s.Stance is "refuses" or "opposes" && string.CompareOrdinal(s.Citation.Published, since) > 0))
                yield return (DemandState.Rejected, new DemandAnswer(stand.Id, stand.Sentence, stand.Citation with { Span = stand.SentenceSpan }));
        }
        foreach (var deed in DeedsOf(holder).Where(d => d.Type == "CONCEDE" && string.CompareOrdinal(d.Published, since) > 0 && Fits(d.Words.Value, words)))
            yield return (DemandState.Withdrawn, new DemandAnswer(deed.Id, deed.Sentence, deed.Citation));
    }

    private static bool Fits(HashSet<string> deed, HashSet<string> demand) => deed.Count(demand.Contains) >= FewestWords && ActWords.Shared(deed, demand) >= SameWords;

    private List<Deed> DeedsOf(string actor) => (deeds ??= AllDeeds()).GetValueOrDefault(actor) ?? [];

    // All at once, since a ledger asks for those of dozens of actors.
    private Dictionary<string, List<Deed>> AllDeeds()
    {
        var where = new Where().Published(asOf).And("e.status IN ('happened', 'ongoing')").And($"e.type IN ({string.Join(", ", Deeds.Select(d => $"'{d}'"))})").And("v.published IS NOT NULL");
        var found = new Dictionary<string, List<Deed>>(StringComparer.Ordinal);
        foreach (var deed in connection.Query(
            $"SELECT e.event, e.id, e.type, e.parties, e.start, e.end, e.sentence_start, e.sentence_end, e.text, {Citation.Columns} FROM events e JOIN versions v USING (version) JOIN articles a USING (article) {where}",
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
        var (evidence, sentence, text) = (row.Span(4), row.Span(6), row.GetString(8));
        var citation = Citation.Read(row, 9, sentence);
        return new Deed(row.GetInt64(0), $"{citation.Article}#{row.GetString(1)}", row.GetString(2), citation.Published!, row.GetString(3), text, new(() => ActWords.Of(text, evidence.Start - sentence.Start, evidence.End - sentence.Start)), citation);
    }

    private List<FoundPosition> Stands(string holder, string topic)
    {
        if (stands.TryGetValue((holder, topic), out var known)) return known;
        var where = new Where().Published(asOf).And("p.topic = ?", topic).And("(p.holder_code = ? OR p.holder = ?)", holder, holder).And("v.published IS NOT NULL");
        return stands[(holder, topic)] = PositionRows.Find(connection, where, "v.published", int.MaxValue, names);
    }
}
