using System.Globalization;
using System.Text.Json;
using Readout.Store.Correcting;

namespace Readout.Web.Reading;

/// <summary>A finding as the card beside the text shows it.</summary>
/// <param name="Kind">statement, event, position or agreement.</param>
/// <param name="Who">Ids of those who did or said it, with their names.</param>
/// <param name="Spans">Where it stands in the text; the first is its address.</param>
/// <param name="Sentence">The words that a citation quotes.</param>
public sealed record Card(string Id, string Kind, string What, IReadOnlyList<Named> Who, IReadOnlyList<Named> Whom, IReadOnlyList<Fact> Facts, IReadOnlyList<TextSpan> Spans, string Evidence, string Sentence, string? Rule, double? Confidence)
{
    /// <summary>What a correction can set, with the values as a user writes them.</summary>
    public IReadOnlyList<Fact> Editable { get; init; } = [];
}

/// <summary>A finding with the article that it stands in.</summary>
internal sealed record CardRow(Card Card, Store.Asking.Citation Article);

public sealed record Named(string Id, string Name, string? Code, string? Office);

public sealed record Fact(string Name, string Value);

/// <summary>A stretch of text that the same findings cover.</summary>
/// <param name="Cards">Ids of the findings that cover it.</param>
/// <param name="Begins">Ids of the findings that begin here: their address.</param>
/// <param name="Actor">Id of the entity that is mentioned here.</param>
public sealed record Segment(string Text, IReadOnlyList<Card> Cards, IReadOnlyList<string> Begins, string? Actor);

internal sealed record ViewBlock(string Kind, IReadOnlyList<Segment> Segments);

/// <summary>An article's reading laid out for the eye: blocks of marked text, and a card for each finding in the order of the text.</summary>
internal sealed class ArticleView
{
    private readonly JsonElement reading;
    private readonly string text;
    private readonly Dictionary<string, Named> names;

    public ArticleView(JsonElement reading)
    {
        this.reading = reading;
        text = reading.GetProperty("article").GetProperty("text").GetString()!;
        names = reading.GetProperty("entities").EnumerateArray().Select(e => new Named(Text(e, "id")!, Text(e, "name")!, Text(e, "code"), Text(e, "office"))).DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);
        var sentences = reading.GetProperty("sentences").EnumerateArray().Select(Span).ToList();
        Cards = [.. AllCards(sentences).OrderBy(c => c.Spans[0].Start).ThenByDescending(c => c.Spans[0].End)];
        Blocks = [.. reading.GetProperty("article").GetProperty("blocks").EnumerateArray().Select(b => new ViewBlock(Text(b, "kind")!, Segments(Span(b))))];
    }

    public IReadOnlyList<Card> Cards { get; }

    public IReadOnlyList<ViewBlock> Blocks { get; }

    public IReadOnlyList<Named> Names => [.. names.Values];

    private IEnumerable<Card> AllCards(List<TextSpan> sentences)
    {
        foreach (var s in All("statements")) yield return Make(s, "statement", sentences, Text(s, "form") is "direct" or "mixed" ? "said, quoted" : "said", Who(s, "speaker"), Who(s, "to"), [("cue", s.TryGetProperty("cue", out var cue) && cue.ValueKind == JsonValueKind.Object ? Text(cue, "lemma") : null), ("form", Text(s, "form")), ("act", Text(s, "act")), ("date", Text(s, "date")), ("carried by", Joined(s, "via"))]);
        foreach (var e in All("events"))
        {
            var place = e.TryGetProperty("place", out var p) && p.ValueKind == JsonValueKind.Object ? Text(p, "name") : null;
            yield return Make(e, "event", sentences, $"{Text(e, "type")}{(Text(e, "mode") is { } mode ? " " + mode : "")}", Who(e, "actors"), Who(e, "recipients"),
                [("status", Text(e, "status")), ("date", Text(e, "date")), ("place", place), ("CAMEO", Text(e, "cameo")), ("Goldstein", Number(e, "goldstein")?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture))]);
        }
        foreach (var p in All("positions")) yield return Make(p, "position", sentences, $"{Text(p, "stance")}", Who(p, "holder"), Who(p, "toward"), [("topic", Text(p, "topic")), ("condition", Piece(p, "condition")), ("voice", Text(p, "voice") is { } voice ? Name(voice).Name : null)]);
        foreach (var a in All("agreements")) yield return Make(a, "agreement", sentences, Text(a, "name") ?? "agreement", Who(a, "parties"), [], [("status", Text(a, "status")), ("date", Text(a, "date")), ("subject", Piece(a, "subject"))]);
    }

    private Card Make(JsonElement found, string kind, List<TextSpan> sentences, string what, IReadOnlyList<Named> who, IReadOnlyList<Named> whom, IReadOnlyList<(string Name, string? Value)> facts)
    {
        IReadOnlyList<TextSpan> spans = found.TryGetProperty("content", out var content) ? [.. content.EnumerateArray().Select(Span)] : [Span(found.GetProperty("evidence"))];
        var whole = spans.Aggregate((a, b) => a.Cover(b));
        var sentence = sentences.Where(s => s.Overlaps(whole)).Aggregate(whole, (a, b) => a.Cover(b));
        // Further passages that tell of the same event are marked with it.
        List<TextSpan> further = found.TryGetProperty("alsoAt", out var also) ? [.. also.EnumerateArray().Select(Span)] : [];
        if (further.Count > 0) facts = [.. facts, ("also told", string.Join(" … ", further.Select(f => f.In(text).ReplaceLineEndings(" "))))];
        return new Card(Text(found, "id")!, kind, what, who, whom, [.. facts.Where(f => f.Value is not null).Select(f => new Fact(f.Name, f.Value!))], [.. spans, .. further], whole.In(text), sentence.In(text).ReplaceLineEndings(" "), Text(found, "rule"), Number(found, "confidence"))
        {
            Editable = [.. FieldValues.Of(kind).Select(f => new Fact(f, Written(found, f)))],
        };
    }

    private List<Segment> Segments(TextSpan block)
    {
        var mentions = reading.GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("mentions").EnumerateArray().Select(Span), (e, span) => (Id: Text(e, "id")!, Span: span)).Where(m => block.Contains(m.Span)).ToList();
        var covering = Cards.Where(c => c.Spans.Any(s => s.Overlaps(block))).ToList();
        List<int> cuts = [.. covering.SelectMany(c => c.Spans).Concat(mentions.Select(m => m.Span)).SelectMany(s => new[] { s.Start, s.End }).Append(block.Start).Append(block.End).Where(c => c >= block.Start && c <= block.End).Distinct().Order()];
        var segments = new List<Segment>(cuts.Count);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            segments.Add(new Segment(span.In(text), [.. covering.Where(c => c.Spans.Any(s => s.Contains(span)))],
                [.. covering.Where(c => Math.Max(c.Spans[0].Start, block.Start) == span.Start && c.Spans[0].Contains(span.Start) && (c.Spans[0].Start >= block.Start)).Select(c => c.Id)],
                mentions.FirstOrDefault(m => m.Span.Contains(span)).Id));
        }
        return segments;
    }

    private IEnumerable<JsonElement> All(string name) => reading.GetProperty(name).EnumerateArray().Where(f => f.TryGetProperty("evidence", out _) || (f.TryGetProperty("content", out var c) && c.GetArrayLength() > 0));

    private List<Named> Who(JsonElement found, string property) => !found.TryGetProperty(property, out var value) ? [] : value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(v => Name(v.GetString()!))],
        JsonValueKind.String => [Name(value.GetString()!)],
        _ => [],
    };

    private Named Name(string id) => names.GetValueOrDefault(id) ?? names.Values.FirstOrDefault(n => n.Code == id && n.Office is null) ?? new Named(id, id, null, null);

    private string? Joined(JsonElement found, string property) => Who(found, property) is { Count: > 0 } who ? string.Join(", ", who.Select(w => w.Name)) : null;

    private string? Piece(JsonElement found, string property) => found.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Object ? Span(value).In(text) : null;

    private static string Written(JsonElement found, string field) => !found.TryGetProperty(field, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString())),
        JsonValueKind.Object when value.TryGetProperty("name", out _) => Text(value, "country") is { } country ? $"{Text(value, "name")},{country}" : Text(value, "name") ?? "",
        _ => "",
    };

    private static TextSpan Span(JsonElement span) => new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement element, string property) => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
