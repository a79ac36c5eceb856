namespace Readout.World;

/// <summary>State or body and PLOVER sector of a phrase that names an actor ("Turkish police", "the French foreign minister").</summary>
/// <param name="Code">ISO alpha-3 or the code of a body; null when the phrase does not tell.</param>
public sealed record ActorCode(string? Code, string? Sector, Actor? Actor);

/// <summary>Codes a phrase by itself, without its article, as of a day: names first, then nationality and title.</summary>
public sealed class ActorCoder(Actors actors)
{
    public ActorCode Code(string phrase, DateOnly day)
    {
        var words = new Words(phrase);
        var named = Names(words).ToList();
        var title = Title(words);
        if (Person(named, day) is { } person) return Dated(person, day, title);
        var body = named.LastOrDefault(m => Living(m, day).Kind is EntityKind.Organisation or EntityKind.Group);
        if (body is not null && Whole(words, body, title)) return Of(Living(body, day), title, named, day);
        var state = named.Select(m => Living(m, day)).FirstOrDefault(a => a.Kind != EntityKind.Person && a.Code is not null);
        var sector = title?.Sector ?? (state is null ? null : Sector(named, state));
        return new ActorCode(state?.Code, sector, title is null ? state : null);
    }

    private IEnumerable<AliasMatch<AliasTarget>> Names(Words words)
    {
        for (var i = 0; i < words.Count;)
        {
            var match = actors.Longest(words, i);
            if (match is not null) yield return match;
            i = match?.End ?? i + 1;
        }
    }

    // The head of an English noun phrase stands last before "of", "in", "from", a comma or the end.
    private TitleNoun? Title(Words words)
    {
        TitleNoun? last = null;
        for (var i = 0; i < words.Count;)
        {
            if (i > 0 && last is not null && Closes(words, i)) break;
            var match = actors.Titles.Longest(words, i);
            if (match is not null) last = match.Targets[0];
            i = match?.End ?? i + 1;
        }
        return last;
    }

    private static bool Closes(Words words, int i) =>
        words[i].Of(words.Text) is "of" or "in" or "from" or "at" or "for" or "who" or "with" or "to" or "near" or "on" or "against"
        || words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(',');

    private static Actor? Person(List<AliasMatch<AliasTarget>> named, DateOnly day) =>
        named.SelectMany(m => m.Targets).Select(t => t.Actor).Where(a => a.Kind == EntityKind.Person)
            .OrderBy(a => a.Tenures.Count == 0 ? int.MaxValue : a.Tenures.Min(t => t.Distance(day))).FirstOrDefault();

    private static ActorCode Dated(Actor person, DateOnly day, TitleNoun? title)
    {
        if (person.OfficeOn(day) is { } office) return new ActorCode(office.State, Sectors.OfRole(office.Role), person);
        var past = person.Tenures.Count > 0 && person.Tenures.All(t => t.To < day);
        return new ActorCode(person.Code, past ? "ELI" : title?.Sector ?? person.Sector, person);
    }

    private static Actor Living(AliasMatch<AliasTarget> match, DateOnly day) =>
        (match.Targets.FirstOrDefault(t => t.Actor.From <= day && day <= t.Actor.To) ?? match.Targets[0]).Actor;

    // "the Pentagon chief" is a chief; "the Islamic State group" is the group.
    private static bool Whole(Words words, AliasMatch<AliasTarget> body, TitleNoun? title) => title is null || body.End >= words.Count - 1;

    private static ActorCode Of(Actor body, TitleNoun? title, List<AliasMatch<AliasTarget>> named, DateOnly day)
    {
        var state = named.Select(m => Living(m, day)).FirstOrDefault(a => a.Kind == EntityKind.State);
        return new ActorCode(body.Code ?? state?.Code, body.Sector ?? title?.Sector, body);
    }

    private static string? Sector(List<AliasMatch<AliasTarget>> named, Actor state) =>
        named.SelectMany(m => m.Targets).Any(t => t.Use is AliasUse.Metonym && t.Actor == state) ? state.Sector ?? "GOV" : state.Sector;
}
