using System.Text.Json.Nodes;

namespace Readout.Store.Correcting;

/// <summary>Finds the finding that an anchor means in a reading that may have been made anew, or null.</summary>
internal sealed class Attaching(JsonObject reading)
{
    private readonly string text = reading["article"]!["text"]!.GetValue<string>();

    public JsonObject? Find(Anchor anchor) => anchor.Kind == "entity" ? Entity(anchor) : Finding(anchor);

    /// <summary>Where the anchor's words stand now: at their old place, or at the nearest other one.</summary>
    public TextSpan? Place(Anchor anchor)
    {
        if (anchor.Quote.Length == 0) return null;
        if (anchor.Start >= 0 && anchor.Start + anchor.Quote.Length <= text.Length && string.CompareOrdinal(text, anchor.Start, anchor.Quote, 0, anchor.Quote.Length) == 0)
            return new TextSpan(anchor.Start, anchor.Start + anchor.Quote.Length);
        int? nearest = null;
        for (var at = text.IndexOf(anchor.Quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal))
            if (nearest is null || Math.Abs(at - anchor.Start) < Math.Abs(nearest.Value - anchor.Start)) nearest = at;
        return nearest is { } start ? new TextSpan(start, start + anchor.Quote.Length) : null;
    }

    private JsonObject? Finding(Anchor anchor)
    {
        if (Place(anchor) is not { } place) return null;
        var candidates = reading[anchor.Kind + "s"]!.AsArray().OfType<JsonObject>().Select(f => (Finding: f, Span: FindingFields.Place(f))).Where(c => c.Span.Overlaps(place)).ToList();
        var same = candidates.Where(c => FindingFields.Type(anchor.Kind, c.Finding) == anchor.Type).ToList();
        // The same words with another type: the reader has learned, or the type was what the correction mended.
        if (same.Count == 0) same = candidates.Where(c => c.Span == place) is var exact && exact.Count() == 1 ? [.. exact] : [];
        return same.Where(c => c.Span == place || Overlap(c.Span, place) * 2 >= Math.Min(c.Span.Length, place.Length))
            .OrderByDescending(c => c.Span == place)
            .ThenByDescending(c => FindingFields.Sides(c.Finding).SequenceEqual(anchor.Sides))
            .ThenByDescending(c => FindingFields.Sides(c.Finding).Intersect(anchor.Sides).Count())
            .ThenByDescending(c => Overlap(c.Span, place)).Select(c => c.Finding).FirstOrDefault();
    }

    private JsonObject? Entity(Anchor anchor)
    {
        var entities = reading["entities"]!.AsArray().OfType<JsonObject>().ToList();
        if (entities.FirstOrDefault(e => FindingFields.Text(e, "id") == anchor.Type) is { } known) return known;
        if (Place(anchor) is not { } place) return null;
        return entities.FirstOrDefault(e => e["mentions"]!.AsArray().OfType<JsonObject>().Any(m => FindingFields.Span(m).Overlaps(place)));
    }

    private static int Overlap(TextSpan one, TextSpan other) => Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
}
