using Readout.Meetings;
using Readout.Pages;
using Readout.World;

namespace Readout.Events;

/// <summary>
/// The meeting that the title of a release or transcript tells: "Secretary Blinken and Foreign Minister Lapid Before Their Meeting". The title may stand outside the text;
/// the evidence is then the place of the text that names the other side.
/// </summary>
internal sealed class TitleMeeting
{
    private const double Sure = 0.9;
    private const int Opening = 8;
    private const int BylineWords = 8;
    private const int MostWordsOfTown = 3;

    private readonly Scene scene;
    private readonly MeetingTitle form;
    private readonly IReadOnlyList<Entity> sides;

    private TitleMeeting(Scene scene, MeetingTitle form, IReadOnlyList<Entity> sides) => (this.scene, this.form, this.sides) = (scene, form, sides);

    /// <summary>Sides that the text names only by a word that it does not resolve ("SECRETARY BLINKEN:"); they are entities of the reading by the title.</summary>
    public IEnumerable<Entity> Added => sides.Where(s => !scene.Cast.Entities.Any(e => e.Id == s.Id));

    /// <summary>The meeting that the title tells; null when it tells none or names fewer than two sides.</summary>
    /// <param name="scene">The article.</param>
    /// <param name="titles">The forms of titles that tell meetings.</param>
    /// <param name="read">Reads the title as a text of its own: whom it names, in text order.</param>
    public static TitleMeeting? Of(Scene scene, MeetingTitles titles, Func<string, Cast> read)
    {
        if (scene.Article.Title is not { } title || titles.Of(title) is not var (form, at)) return null;
        var cast = read(title);
        var named = cast.Mentions.SelectMany(m => m.Entities.Select(e => (m.Span.Start, Entity: cast.Entities[e])))
            .Where(n => n.Entity.Code is not null && n.Entity.Kind is EntityKind.Person or EntityKind.State or EntityKind.Organisation)
            .OrderBy(n => n.Entity.Kind != EntityKind.Person).DistinctBy(n => n.Entity.Code).OrderBy(n => n.Start).ToList();
        var sides = named.Select(n => Known(scene, n.Entity)).OfType<Entity>().ToList();
        if (!form.IsBoth && named.TrueForAll(n => n.Start > at) && scene.Issuers.Count > 0) sides.Insert(0, Issuer(scene));
        sides = [.. sides.DistinctBy(s => s.Code)];
        return sides.Count > 1 ? new TitleMeeting(scene, form, sides) : null;
    }

    /// <summary>The events with the title's meeting: the report that the text gives of it, else one of its own.</summary>
    /// <param name="found">The events that are sure enough to be reported.</param>
    /// <param name="drafted">All events, the unsure ones too.</param>
    public IReadOnlyList<Event> Joined(IReadOnlyList<Event> found, IReadOnlyList<Event> drafted)
    {
        if (found.Any(Tells)) return [.. found.Select(e => Tells(e) ? Completed(e) : e)];
        var unsure = drafted.Where(Tells).MaxBy(e => e.Confidence);
        return [.. found, unsure is null ? Own() : Completed(unsure) with { Confidence = Sure }];
    }

    // "The Secretary's Meeting with ..." issued by a spokesperson: the state that he speaks for met, not he.
    private static Entity Issuer(Scene scene) => scene.Issuers[0] is { Kind: EntityKind.Person } person ? scene.Of(person.Code) ?? person : scene.Issuers[0];

    // The entity of the text, else one at the word of the text that has the person's last name, else his state.
    private static Entity? Known(Scene scene, Entity named)
    {
        if (scene.Cast.Entities.FirstOrDefault(e => e.Id == named.Id) is { } same) return same;
        var last = named.Name[(named.Name.LastIndexOf(' ') + 1)..];
        if (named.Kind == EntityKind.Person && last.Length > 2 && scene.Article.Text.IndexOf(last, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            return named with { Mentions = [new Mention(new TextSpan(at, at + last.Length), MentionForm.Name)] };
        return scene.Of(named.Code);
    }

    private Event Own() => new()
    {
        Id = "",
        Type = "CONSULT",
        Mode = form.IsPhone ? "phone" : "visit",
        Contexts = ["diplomatic"],
        Cameo = form.IsPhone ? "041" : "040",
        Goldstein = scene.Rules.Codebook.Goldstein(form.IsPhone ? "041" : "040"),
        Actors = [.. sides.Select(s => s.Id)],
        Mutual = true,
        Date = Day,
        Place = form.IsPhone ? null : Byline(),
        Status = EventStatus.Happened,
        Confidence = Sure,
        Evidence = Evidence(),
        Why = form.Why,
    };

    private string? Day => scene.Article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // The persons of the title stand for states that the text names in their place; "spoke with" below "Call with" is a call.
    private Event Completed(Event found) => Named(form.IsPhone && found.Mode != "phone" ? found with { Mode = "phone", Cameo = "041", Goldstein = scene.Rules.Codebook.Goldstein("041") } : found);

    private Event Named(Event found) => found with
    {
        Actors = [.. found.Actors.Select(PersonOf).Distinct(StringComparer.Ordinal)],
        Recipients = [.. found.Recipients.Select(PersonOf).Distinct(StringComparer.Ordinal)],
        Date = found.Date ?? Day,
        Place = found.Place ?? (found.Mode == "phone" ? null : Byline()),
    };

    private string PersonOf(string id) =>
        scene.Cast.Entities.FirstOrDefault(e => e.Id == id) is { Kind: not EntityKind.Person } whole && sides.FirstOrDefault(s => s.Kind == EntityKind.Person && s.Code == whole.Code) is { } person ? person.Id : id;

    private bool Tells(Event found)
    {
        if (found.Type != "CONSULT" || found.Status is not (EventStatus.Happened or EventStatus.Ongoing)) return false;
        var ids = found.Actors.Concat(found.Recipients).ToHashSet(StringComparer.Ordinal);
        var present = scene.Cast.Entities.Where(e => ids.Contains(e.Id)).ToList();
        return sides.Count(s => present.Exists(p => p.Code == s.Code && MayBe(p, s))) > 1;
    }

    // Presidents who met stand for no ministers of theirs.
    private static bool MayBe(Entity present, Entity side) =>
        present.Kind != EntityKind.Person || side.Kind != EntityKind.Person || present.Id == side.Id || present.Name.Split(' ').Where(w => w.Length > 2).Intersect(side.Name.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    // "Rome, Italy" in a line of its own above a transcript; a capital may be read as its government.
    private Place? Byline()
    {
        for (var s = 0; s < Math.Min(Opening, scene.Parses.Count); s++)
        {
            if (scene.Parses[s].Count > BylineWords) continue;
            if (Town(s) is { } town) return town;
            if (scene.Cast.Mentions.FirstOrDefault(m => m.Sentence == s && m.Span.Start == scene.Parses[s].Span.Start) is not { } first) continue;
            // "French Foreign Minister" opens a line, too.
            var (line, length) = (scene.Parses[s].Span.In(scene.Article.Text), first.Span.Length);
            if (length < line.Length && line[length] != ',') continue;
            var (name, named) = (first.Span.In(scene.Article.Text), first.Entities.Select(e => scene.Cast.Entities[e]).ToList());
            if (named.Find(e => e.Kind is EntityKind.Place or EntityKind.State && e.Code is not null) is { } place) return place.Kind == EntityKind.Place ? place.Place ?? new Place(place.Name, place.Code) : new Place(name, place.Code);
            // "Brussels" alone reads as the body that sits there; its state behind it says that the town is meant.
            var states = scene.Cast.Mentions.Where(m => m.Sentence == s && m.Span.Start > first.Span.Start).SelectMany(m => m.Entities).Select(e => scene.Cast.Entities[e]);
            if (named.TrueForAll(e => e.Kind == EntityKind.Organisation) && states.FirstOrDefault(e => e.Kind == EntityKind.State) is { Code: { } code }) return new Place(name, code);
        }
        return null;
    }

    // "Rzeszow, Poland": a town that no table knows, and its state at the end of the line.
    private Place? Town(int sentence)
    {
        var line = scene.Parses[sentence].Span.In(scene.Article.Text);
        if (line.Split(", ") is not [var town, var state] || town.Any(char.IsDigit) || town.Split(' ') is { Length: > MostWordsOfTown } || !town.Split(' ').All(w => w.Length > 0 && char.IsUpper(w[0]))) return null;
        var named = scene.Cast.Mentions.Where(m => m.Sentence == sentence).Select(m => (Words: m.Span.In(scene.Article.Text), Entities: m.Entities.Select(e => scene.Cast.Entities[e]).ToList())).ToList();
        // What a table knows is read as the table has it; a name alone, of nobody, before a state is a town.
        if (named.Exists(n => n.Words != state && n.Entities.Exists(e => e.Office is not null || e.Kind is EntityKind.Place or EntityKind.State or EntityKind.Organisation))) return null;
        return named.Find(n => n.Words == state).Entities?.Find(e => e.Kind == EntityKind.State)?.Code is { } code ? new Place(town, code) : null;
    }

    // The title itself where it is part of the text, else the first place that names the last of the sides.
    private TextSpan Evidence()
    {
        if (scene.Article.Blocks.Count > 0 && scene.Article.Blocks[0] is { Kind: BlockKind.Title } title) return title.Span;
        return sides[^1].Mentions.Count > 0 ? sides[^1].Mentions[0].Span : scene.Parses[0].Span;
    }
}
