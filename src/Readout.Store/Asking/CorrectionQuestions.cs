using System.Data.Common;
using System.Text.Json.Nodes;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>The log of corrections in the order in which they were made, each with what became of it.</summary>
public sealed record CorrectionsQuestion : Question<IReadOnlyList<LoggedCorrection>>
{
    internal override IReadOnlyList<LoggedCorrection> Answer(DbConnection connection)
    {
        var log = new CorrectionLog(connection);
        var undone = log.Undone();
        var uses = connection.Query("SELECT u.correction, a.id, u.held FROM correction_uses u JOIN versions v USING (version) JOIN articles a USING (article) WHERE v.is_current = 1 ORDER BY a.id", [],
            r => (Correction: r.GetString(0), Article: r.GetString(1), Held: r.GetInt64(2) == 1)).ToLookup(u => u.Correction, StringComparer.Ordinal);
        return [.. log.All().Select(c => new LoggedCorrection(c, undone.Contains(c.Id), [.. uses[c.Id].Where(u => u.Held).Select(u => u.Article)], [.. Lost(c, uses[c.Id], undone)]))];
    }

    // Also of articles that the store does not have (yet): an imported correction waits for them.
    private static IEnumerable<string> Lost(Correction correction, IEnumerable<(string Correction, string Article, bool Held)> uses, HashSet<string> undone)
    {
        if (undone.Contains(correction.Id)) return [];
        var known = uses.ToList();
        return known.Where(u => !u.Held).Select(u => u.Article).Concat(correction.Targets.Select(t => t.Article).Distinct(StringComparer.Ordinal).Where(a => known.All(u => u.Article != a))).Order(StringComparer.Ordinal);
    }
}

/// <summary>Where a correction of a finding holds: <c>article#e3</c>, or <c>article#ENTITY</c> for a link.</summary>
public sealed record AnchorQuestion : Question<Anchor>
{
    public required string Id { get; init; }

    /// <summary>The id after the # is an entity's.</summary>
    public bool IsEntity { get; init; }

    /// <summary>Of an entity: only the mention there.</summary>
    public TextSpan? Mention { get; init; }

    internal override Anchor Answer(DbConnection connection)
    {
        var hash = Id.LastIndexOf('#');
        if (hash <= 0) throw new QuestionException($"'{Id}' names no finding; give the id as answers print it, such as 3f2a90c1d4e5b6a7#e3");
        var (article, id) = (Id[..hash], Id[(hash + 1)..]);
        var reading = KeptReading.Of(connection, article) ?? throw new QuestionException($"there is no article '{article}' in the store");
        var text = reading["article"]!["text"]!.GetValue<string>();
        foreach (var kind in IsEntity ? ["entity"] : FindingFields.Kinds)
            foreach (var finding in reading[kind == "entity" ? "entities" : kind + "s"]!.AsArray().OfType<JsonObject>())
                if (FindingFields.Text(finding, "id") == id) return kind == "entity" ? Entity(article, finding, text) : Of(article, kind, finding, text);
        throw new QuestionException(IsEntity ? $"article '{article}' names no entity '{id}'; 'readout explain' lists whom its findings name" : $"article '{article}' has no finding '{id}'");
    }

    private static Anchor Of(string article, string kind, JsonObject finding, string text)
    {
        var place = FindingFields.Place(finding);
        return new Anchor(article, kind, FindingFields.Type(kind, finding), place.Start, place.End, place.In(text), FindingFields.Sides(finding));
    }

    private Anchor Entity(string article, JsonObject entity, string text)
    {
        var mentions = entity["mentions"]!.AsArray().OfType<JsonObject>().Select(FindingFields.Span).ToList();
        var id = FindingFields.Text(entity, "id");
        if (Mention is { } asked)
        {
            var mention = mentions.Where(m => m.Overlaps(asked)).Cast<TextSpan?>().FirstOrDefault() ?? throw new QuestionException($"article '{article}' does not name '{id}' at {asked}; it does at {string.Join(", ", mentions.Take(10))}");
            return new Anchor(article, "entity", id, mention.Start, mention.End, mention.In(text), ["mention"]);
        }
        var first = mentions.Count > 0 ? mentions[0] : default;
        return new Anchor(article, "entity", id, first.Start, first.End, first.In(text), []);
    }
}

/// <summary>Where words of an article stand, for a finding to add.</summary>
public sealed record QuoteQuestion : Question<Anchor>
{
    public required string Article { get; init; }

    /// <summary>event, statement, position or agreement.</summary>
    public required string Kind { get; init; }

    /// <summary>The words exactly as the article has them.</summary>
    public required string Quote { get; init; }

    internal override Anchor Answer(DbConnection connection)
    {
        var reading = KeptReading.Of(connection, Article) ?? throw new QuestionException($"there is no article '{Article}' in the store");
        var text = reading["article"]!["text"]!.GetValue<string>();
        var at = Quote.Length == 0 ? -1 : text.IndexOf(Quote, StringComparison.Ordinal);
        if (at < 0) throw new QuestionException($"article '{Article}' does not hold the words '{Quote}'; give them exactly as they stand, with the same quotation marks");
        return new Anchor(Article, Kind, null, at, at + Quote.Length, Quote, []);
    }
}

/// <summary>Who an actor is, as most articles of the record have it; null when no article names it.</summary>
public sealed record IdentityQuestion : Question<Identity?>
{
    public required string Actor { get; init; }

    internal override Identity? Answer(DbConnection connection)
    {
        var found = connection.Query(
            "SELECT id, name, kind, code, sector FROM entities WHERE id = @1 GROUP BY id, name, kind, code, sector ORDER BY count(*) DESC, name, kind, code NULLS FIRST, sector NULLS FIRST LIMIT 1",
            [Actor], r => new Identity(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4)));
        return found.FirstOrDefault();
    }
}
