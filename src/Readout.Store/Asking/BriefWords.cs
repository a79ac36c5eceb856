using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Turns findings into lines: the weightiest are chosen, those with the same words become one line with several citations, and the lines stand in the order of days.</summary>
public sealed class BriefWords
{
    private readonly DbConnection connection;

    internal BriefWords(DbConnection connection) => this.connection = connection;

    // A speech gives dozens of quotations; a brief wants several voices.
    private const int LinesOfOneSpeaker = 2;

    public static IReadOnlyList<BriefLine> Events(IReadOnlyList<FoundEvent> events, int lines)
    {
        var groups = events.GroupBy(e => Key(e.Sentence), StringComparer.Ordinal)
            .Select(g => (Line: Line(g.First().Sentence, g.Select(e => e.Citation with { Span = e.SentenceSpan })), Weight: g.Max(Weight) + Math.Log2(g.Select(e => e.Citation.Outlet).Distinct().Count())));
        return InOrder(groups.OrderByDescending(g => g.Weight).Take(lines).Select(g => g.Line));
    }

    internal IReadOnlyList<BriefLine> Statements(IReadOnlyList<FoundStatement> statements, int lines)
    {
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        var chosen = new List<BriefLine>();
        foreach (var group in statements.GroupBy(s => Key(s.Text), StringComparer.Ordinal).OrderByDescending(g => g.Select(s => s.Citation.Outlet).Distinct().Count()).ThenByDescending(g => Weight(g.First())))
        {
            var first = group.First();
            var count = spoken.GetValueOrDefault(first.Speaker!.Id);
            if (count >= LinesOfOneSpeaker) continue;
            spoken[first.Speaker.Id] = count + 1;
            chosen.Add(Line($"{Speaker(first)}: {first.Text}", group.SelectMany(Cited)));
            if (chosen.Count == lines) break;
        }
        return InOrder(chosen);
    }

    public static IReadOnlyList<BriefLine> Positions(IReadOnlyList<FoundPosition> positions, int lines) =>
        InOrder(positions.GroupBy(p => Key(p.Sentence), StringComparer.Ordinal).Take(lines).Select(g => Line(g.First().Sentence, g.Select(p => p.Citation with { Span = p.SentenceSpan }))));

    private static BriefLine Line(string text, IEnumerable<Citation> citations) =>
        new(text.ReplaceLineEndings(" "), [.. citations.Distinct().OrderBy(c => c.Published, StringComparer.Ordinal).ThenBy(c => c.Article, StringComparer.Ordinal).ThenBy(c => c.Span)]);

    private static List<BriefLine> InOrder(IEnumerable<BriefLine> lines) =>
        [.. lines.OrderBy(l => l.Citations[0].Published, StringComparer.Ordinal).ThenBy(l => l.Citations[0].Article, StringComparer.Ordinal).ThenBy(l => l.Citations[0].Span)];

    private static double Weight(FoundEvent found) => found.Confidence * (2 + Math.Abs(found.Goldstein ?? 0) / 2 + (found.Recipients.Count > 0 ? 1 : 0));

    private static double Weight(FoundStatement statement) => (statement.Speaker?.Office is null ? 0 : 2) + (statement.Act is "assert" or "report" ? 0 : 1) + Math.Min(statement.Text.Length, 200) / 200.0;

    private static IEnumerable<Citation> Cited(FoundStatement statement)
    {
        yield return statement.Citation;
        if (statement.SpeakerMention is { } mention) yield return statement.Citation with { Span = mention };
    }

    // The office record vouches for a name with its office; any other speaker is called as the article does.
    private string Speaker(FoundStatement statement)
    {
        if (statement.Speaker is { Office: { } office } known) return $"{known.Name}, {office}";
        if (statement.SpeakerMention is not { } mention) return statement.Speaker!.Name;
        var text = connection.Query("SELECT v.text FROM versions v JOIN articles a USING (article) WHERE a.id = @1 AND v.is_current = 1", [statement.Citation.Article], r => r.GetString(0))[0];
        return mention.In(text);
    }

    /// <summary>Letters and digits only: the same words with other quotation marks or spaces are the same line.</summary>
    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
