using Readout.World;

namespace Readout.Places;

/// <summary>Reads what a place name says it lies in: ", Illinois", ", Ill.", "(Syria)".</summary>
internal sealed class Containers(PlaceKnowledge places, Actors actors, Words words)
{
    /// <summary>The state or first-order division named right after a place; null when none is.</summary>
    public Place? After(TextSpan span)
    {
        var next = words.At(span.End);
        if (next >= words.Count || span.End >= words.Text.Length) return null;
        return words.Text.AsSpan(span.End, words[next].Start - span.End) is ", " or " (" ? At(next) : null;
    }

    public static bool Lies(Place place, Place container) =>
        place.Country == container.Country && (container.Province is null || place.Province == container.Province);

    /// <summary>A name without the bracket that keeps it from its namesakes in our tables: "Georgia (US state)".</summary>
    public static string Bare(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    private Place? At(int word)
    {
        if (places.ShortName(words[word].In(words.Text)) is { } division) return new Place(division.Name, division.Country) { Province = division.Name };
        var match = actors.Longest(words, word);
        var named = match?.Targets.Where(t => t.Use is AliasUse.Name).Select(t => t.Actor).Where(a => a.Kind is EntityKind.State or EntityKind.Place && a.Code is not null).ToList();
        if (named is { Count: > 0 }) return named.Select(Of).FirstOrDefault(p => p.Province is not null) is { } part && named.Count == 1 ? part : Of(named[0]);
        return places.Find(words[word].In(words.Text)).Where(c => c.Place.Precision == PlacePrecision.Province).MaxBy(c => c.Prior)?.Place;
    }

    private Place Of(Actor actor) => actor.Kind == EntityKind.State ? new Place(actor.Name, actor.Code) : new Place(actor.Name, actor.Code) { Province = Division(actor) };

    // A part without towns of its own only says the state.
    private string? Division(Actor part) =>
        places.Find(Bare(part.Name)).Select(c => c.Place).FirstOrDefault(p => p.Precision == PlacePrecision.Province && p.Country == part.Code)?.Province;
}
