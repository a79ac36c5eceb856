using Readout.Places;

namespace Readout.World;

/// <summary>State or body and PLOVER sector of a phrase that names an actor ("Turkish police", "the French foreign minister").</summary>
/// <param name="Code">ISO alpha-3 or the code of a body or group; null when the phrase does not tell.</param>
/// <param name="Country">The state; of a group the one it mainly acts in.</param>
internal sealed record ActorCode(string? Code, string? Country, string? Sector, Actor? Actor);

/// <summary>Codes a phrase by itself, without its article, as of a day: persons first, then bodies, then nationality and title.</summary>
internal sealed class ActorCoder(Actors actors, PlaceKnowledge places)
{
    public ActorCode Code(string phrase, DateOnly day)
    {
        var words = new Words(phrase);
        var named = Names(words).ToList();
        var title = Title(words);
        var noun = title?.Targets[0];
        if ((Person(named, day) ?? Surnamed(words, noun, day)) is { } person) return Dated(person, day, noun);
        var former = Enumerable.Range(0, words.Count).Any(i => actors.NameWords.IsFormer(words[i].In(phrase)));
        var state = named.Select(m => Living(m, day)).FirstOrDefault(t => t.Actor.Kind == EntityKind.State && t.Use != AliasUse.Metonym)?.Actor;
        var body = named.LastOrDefault(m => Living(m, day).Actor.Kind is EntityKind.Organisation or EntityKind.Group);
        // "Maryland General Assembly" is no body of the United Nations.
        state ??= body is null ? null : named.Where(m => m.End <= body.Start).Select(m => Living(m, day).Actor).FirstOrDefault(a => a.Kind == EntityKind.Place && a.Code is not null);
        if (body is not null) return OfBody(Living(body, day).Actor, state, title is not null && body.Span.Contains(title.Span) ? null : title?.Targets[0], former);
        var place = state ?? named.Select(m => Living(m, day).Actor).FirstOrDefault(a => a.Kind != EntityKind.Person && a.Code is not null);
        if (place is null && noun is null && Town(phrase) is { } country) return new ActorCode(country, country, null, null);
        var sector = noun?.Sector ?? (place is null ? null : Speaks(named, place) ? place.Sector ?? "GOV" : place.Sector);
        return new ActorCode(place?.Code, place?.Code, former && sector is "GOV" or "LEG" or "JUD" ? "ELI" : sector, noun is null ? place : null);
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
    private AliasMatch<TitleNoun>? Title(Words words)
    {
        AliasMatch<TitleNoun>? last = null;
        for (var i = 0; i < words.Count;)
        {
            if (i > 0 && last is not null && Closes(words, i)) break;
            var match = actors.Titles.Longest(words, i);
            // A plain member of a sector says less than the noun before it ("police officers", "army members").
            if (match is not null && !(last?.Targets[0] is { Sector: not null and not "UNK" } && match.Targets[0].Sector is null or "UNK") && !IsAmount(words, match)) last = match;
            i = match?.End ?? i + 1;
        }
        return last;
    }

    // "a group of tourists" are tourists.
    private bool IsAmount(Words words, AliasMatch<TitleNoun> match) =>
        match.End < words.Count && actors.NameWords.IsPartitive(match.Span.In(words.Text)) && words[match.End].Of(words.Text) is "of";

    private string? Town(string phrase) => places.Find(phrase).MaxBy(c => c.Prior)?.Place.Country;

    private static bool Closes(Words words, int i) =>
        words[i].Of(words.Text) is "of" or "in" or "from" or "at" or "for" or "who" or "with" or "to" or "near" or "on" or "against"
        || words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(',');

    private static Actor? Person(List<AliasMatch<AliasTarget>> named, DateOnly day) =>
        named.SelectMany(m => m.Targets).Select(t => t.Actor).Where(a => a.Kind == EntityKind.Person)
            .OrderBy(a => a.Tenures.Count == 0 ? int.MaxValue : a.Tenures.Min(t => t.Distance(day))).FirstOrDefault();

    // "Deputy Secretary Hicks" by her office, "Trump" as the only leader of that name.
    private Actor? Surnamed(Words words, TitleNoun? title, DateOnly day)
    {
        if (words.Count == 0 || words[^1].Length < 3 || !char.IsUpper(words.Text[words[^1].Start])) return null;
        var found = actors.WithSurname(words[^1].In(words.Text));
        if (title is not null)
        {
            var titled = found.Where(a => a.Tenures.Any(t => t.Distance(day) <= Handover && (t.Role == title.Role || t.Office.Contains(title.Phrase, StringComparison.OrdinalIgnoreCase)))).ToList();
            return titled.Count == 1 ? titled[0] : null;
        }
        var leaders = found.Where(a => a.Tenures.Any(t => t.Leads && t.Role.StartsWith("head_", StringComparison.Ordinal) && t.Distance(day) <= 3 * 366)).ToList();
        return words.Count == 1 && leaders.Count == 1 ? leaders[0] : null;
    }

    // Days after an office in which its holder is still called by it: terms end between the change of office and the news of it, and some are known to the month.
    private const int Handover = 31;

    private static ActorCode Dated(Actor person, DateOnly day, TitleNoun? title)
    {
        var code = person.CodeOn(day);
        if ((person.OfficeOn(day) ?? person.OfficeOn(day.AddDays(-Handover))) is { } office) return new ActorCode(code, code, office.Sector, person);
        var past = person.Tenures.Any(t => t.To < day);
        return new ActorCode(code, code, past ? "ELI" : title?.Sector ?? person.Sector, person);
    }

    // "Chile's Defense Ministry" is Chile's; "a former White House official" is a person.
    private ActorCode OfBody(Actor body, Actor? state, TitleNoun? title, bool former)
    {
        var code = state is not null && body.Kind != EntityKind.Group && body.Code is not { Length: > 3 } ? state.Code : body.Code ?? state?.Code;
        var sector = body.Sector ?? title?.Sector;
        return new ActorCode(code, Country(code, body, state), former && sector == "GOV" ? "ELI" : sector, body);
    }

    // A body of several states is coded by the codebook's ids (UNO, EUR, IGO, NGO), a group by the state it mainly acts in.
    private string? Country(string? code, Actor body, Actor? state) =>
        code is not null && code == state?.Code ? code : actors.Bodies.GetValueOrDefault(code ?? "") ?? body.Country?.Split('|')[0] ?? (body.IsInternational ? "IGO" : code);

    private static AliasTarget Living(AliasMatch<AliasTarget> match, DateOnly day) =>
        match.Targets.FirstOrDefault(t => t.Actor.From <= day && day <= t.Actor.To) ?? match.Targets[0];

    private static bool Speaks(List<AliasMatch<AliasTarget>> named, Actor state) => named.SelectMany(m => m.Targets).Any(t => t.Use is AliasUse.Metonym && t.Actor == state);
}
