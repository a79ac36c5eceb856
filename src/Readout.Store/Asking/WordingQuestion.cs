using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>
/// Who used which form of a phrase family first and last, and who switched: uses in statements, family by family in the order of
/// days. The first actor of the selection speaks; its words choose families, forms and wordings.
/// </summary>
public sealed record WordingQuestion : Question<IReadOnlyList<FoundWording>>
{
    // The form that names the thing and nothing more: who uses it has not switched.
    private const string NoSide = "bare";

    public Selection Selection { get; init; } = new() { Limit = int.MaxValue };

    /// <summary>All families together, the latest day first.</summary>
    public bool Latest { get; init; }

    internal override IReadOnlyList<FoundWording> Answer(DbConnection connection)
    {
        var uses = Uses(connection, Statements(connection));
        Turns(uses);
        var ordered = Latest ? uses.OrderByDescending(u => u.Day, StringComparer.Ordinal) : uses.AsEnumerable();
        return [.. ordered.Take(Selection.Limit)];
    }

    private Dictionary<string, FoundStatement> Statements(DbConnection connection)
    {
        var rows = new StatementRows(connection);
        var where = rows.Of(Selection with { Words = null }, AsOf).And("EXISTS (SELECT 1 FROM wording w WHERE w.version = s.version AND w.statement = s.id)");
        return rows.Find(where, "s.statement", int.MaxValue).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    private List<FoundWording> Uses(DbConnection connection, Dictionary<string, FoundStatement> statements)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection).And("w.statement IS NOT NULL");
        foreach (var word in WordsOf(Selection.Words)) where.And("instr(lower(w.family || ' ' || w.form || ' ' || w.words), ?) > 0", word);
        var found = connection.Query(
            $"""
            SELECT a.id || '#' || w.statement, w.family, w.form, w.words, w.start, w.end, w.sentence_start, w.sentence_end, w.sentence
            FROM wording w JOIN versions v USING (version) JOIN articles a USING (article) {where} ORDER BY w.family, a.id, w.start
            """, where.Values, row => Read(row, statements));
        return [.. found.OfType<FoundWording>().OrderBy(u => u.Family, StringComparer.Ordinal).ThenBy(u => u.Day, StringComparer.Ordinal)];
    }

    // A statement that a correction took away, or whose content it mended, no longer holds the use.
    private static FoundWording? Read(Row row, Dictionary<string, FoundStatement> statements)
    {
        var words = row.GetString(3);
        if (!statements.TryGetValue(row.GetString(0), out var said) || !said.Text.Contains(words, StringComparison.Ordinal)) return null;
        return new FoundWording(row.GetString(1), row.GetString(2), words, said) { Span = row.Span(4), SentenceSpan = row.Span(6), Sentence = row.GetString(8) };
    }

    // Families and forms are few and short: plain words, all of which must occur, in any order.
    private static string[] WordsOf(string? words) =>
        (words ?? "").Replace("\"", " ", StringComparison.Ordinal).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Turns(List<FoundWording> uses)
    {
        var forms = new HashSet<(string, string)>();
        var before = new Dictionary<(string, string), int>();
        var sides = new Dictionary<(string, string), string>();
        for (var i = 0; i < uses.Count; i++)
        {
            var use = uses[i] with { OpensForm = forms.Add((uses[i].Family, uses[i].Form)) };
            if (use.Said.Speaker is { } speaker)
            {
                var last = before.TryGetValue((use.Family, speaker.Id), out var at) ? uses[at] : null;
                if (last is not null) uses[at] = last with { IsLast = false };
                var form = sides.GetValueOrDefault((use.Family, speaker.Id));
                var switched = form is not null && use.Form != NoSide && form != use.Form;
                use = use with { IsLast = true, Turn = last is null ? WordingTurn.First : switched ? WordingTurn.Switched : WordingTurn.Again, Before = switched ? form : null };
                before[(use.Family, speaker.Id)] = i;
                if (use.Form != NoSide) sides[(use.Family, speaker.Id)] = use.Form;
            }
            uses[i] = use;
        }
    }
}
