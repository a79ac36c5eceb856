namespace Readout.World;

/// <summary>Says which person a name means: one already in the article, one of the knowledge files on that day, or a new one.</summary>
internal sealed class PersonLinker(Actors actors, Words words, Casting casting, Evidence evidence, DateOnly day)
{
    private readonly Surroundings surroundings = new(actors, words, casting.Parses);

    /// <summary>Does a title stand before an unknown name, or a word of government after it ("the Biden administration")?</summary>
    public bool Introduced(NameUse use) =>
        use.Targets.Count == 0 && actors.WithSurname(use.Span.In(words.Text)).Count > 0 && (IsGovernment(use) || surroundings.Of(use) is { Title.Role: not null, TitleSpan: { } span } && span.End <= use.Span.Start);

    private bool IsGovernment(NameUse use)
    {
        var next = words.At(use.Span.End);
        if (next < words.Count && words[next].Of(words.Text) is "s") next++;
        return next < words.Count && words[next].Start - use.Span.End <= 3 && actors.NameWords.IsGovernment(words[next].In(words.Text));
    }

    public void Link(NameUse use, FullNames full)
    {
        var written = use.Span.In(words.Text);
        var introduction = surroundings.Of(use);
        var entity = Earlier(use, written, introduction) ?? Later(use, written, full) ?? Known(use, written, introduction) ?? Unknown(written, introduction);
        Learn(casting.Roles[entity], written, introduction);
        if (casting.Roles[entity].Gender == '?') casting.Roles[entity].Gender = Gender(use, written, introduction);
        casting.Mention(use.Sentence, use.Head, use.Span, MentionForm.Name, entity);
    }

    /// <summary>A person of this article whose name agrees and whose title does not contradict.</summary>
    private int? Earlier(NameUse use, string written, Introduction introduction)
    {
        var parts = PersonName.Parts(written);
        // "Mr. Sullivan": no title stands before him, whatever stands nearby.
        var isAddressed = Address(use) != '?';
        var fitting = casting.Persons.Where(p => (isAddressed || !Contradicts(casting.Roles[p], introduction))
            && (PersonName.Same(parts, casting.Roles[p].WrittenParts) || PersonName.Same(parts, casting.Roles[p].NameParts))).ToList();
        // "Kerimovs yacht": the apostrophe got lost on the way.
        if (fitting.Count == 0 && parts is [{ Length: > 4 } only] && only[^1] == 's') return casting.Persons.Where(p => casting.Roles[p].WrittenParts is [_, .., var last] && last == only[..^1]).Select(p => (int?)p).FirstOrDefault();
        return fitting.Count switch { 0 => null, 1 => fitting[0], _ => OfSeveral(fitting, use, parts, introduction) };
    }

    // Two brothers, two Kims: the exact name, then the title, then whom the article calls so, then the last mentioned.
    private int OfSeveral(List<int> fitting, NameUse use, string[] parts, Introduction introduction)
    {
        bool Written(Role role) => role.WrittenParts.AsSpan().SequenceEqual(parts) || role.NameParts.AsSpan().SequenceEqual(parts);
        bool Titled(Role role) => introduction.Title is { } title && (role.Title?.Phrase == title.Phrase || role.Actor?.Tenures.Any(t => t.Role == title.Role && t.Holds(day)) == true);
        bool CalledSo(Role role) => role.Mentions.Exists(m => m.Span.In(words.Text) == use.Span.In(words.Text));
        var order = fitting.OrderByDescending(p => Written(casting.Roles[p])).ThenByDescending(p => Titled(casting.Roles[p])).ThenByDescending(p => CalledSo(casting.Roles[p]))
            .ThenByDescending(p => casting.Roles[p].LastBefore(use.Span.Start)).ToList();
        var (first, second) = (casting.Roles[order[0]], casting.Roles[order[1]]);
        if (!Written(first) && !Titled(first) && !CalledSo(first))
            casting.Doubts.Add(new Doubt("two-persons-fit", $"\"{use.Span.In(words.Text)}\" may be {first.Name} or {second.Name}; the one named last was chosen", use.Span));
        return order[0];
    }

    // "Biden" in a headline, "President Joe Biden" in the text below: the full name decides.
    private int? Later(NameUse use, string written, FullNames names) =>
        PersonName.Parts(written) is [var only] && names.After(use.Span.Start, only) is { } full
            ? Known(full.Use, full.Name, surroundings.Of(full.Use)) ?? Unknown(full.Name, surroundings.Of(full.Use))
            : null;

    private int? Known(NameUse use, string written, Introduction introduction)
    {
        var candidates = use.Targets.Select(t => t.Actor).Where(a => a.Kind == EntityKind.Person && !IsAnother(a, use, introduction)).Distinct().ToList();
        if (candidates.Count == 0) candidates = BySurname(written, introduction);
        if (candidates.Count == 0) return null;
        var best = candidates.GroupBy(a => Distance(a, introduction)).MinBy(g => g.Key)!.ToList();
        if (best.Count > 1)
        {
            casting.Doubts.Add(new Doubt("two-persons-fit", $"\"{written}\" may be {string.Join(" or ", best.Select(a => a.Name))}; neither was chosen", use.Span));
            return null;
        }
        return casting.Add(best[0]);
    }

    /// <summary>How badly a person fits: years from the nearest office, more when title or state contradict.</summary>
    private int Distance(Actor actor, Introduction introduction)
    {
        var years = actor.Tenures.Count == 0 ? 10 : actor.Tenures.Min(t => t.Distance(day)) / 365;
        var title = introduction.Title?.Role is { } role && !introduction.Former && !actor.Tenures.Any(t => t.Role == role) ? 5 : 0;
        var state = introduction.Of?.Code is { } code && actor.Code != code && !actor.Tenures.Any(t => t.State == code) ? 20 : 0;
        return years + title + state;
    }

    // A surname alone, or a name spelt a little differently, is enough only with a title and state that fit an office of those days.
    private List<Actor> BySurname(string written, Introduction introduction)
    {
        var parts = PersonName.Parts(written);
        if (parts.Length == 0) return [];
        var found = actors.WithSurname(parts[^1]).Concat(parts.Length > 1 ? actors.WithSurname(parts[0]) : []).Distinct().ToList();
        var fitting = found.Where(a => parts.Length > 1 ? Spelt(written, a, introduction) : Titled(a, introduction)).ToList();
        return fitting.Count > 0 || parts.Length > 1 ? fitting : Prominent(found);
    }

    private bool Spelt(string written, Actor actor, Introduction introduction) =>
        (PersonName.NearlyEqual(written, actor.Name) || PersonName.Agrees(written, actor.Name)) && NearOffice(actor, 2)
        && (introduction.Of?.Code is not { } code || actor.Code == code);

    private bool Titled(Actor actor, Introduction introduction) =>
        introduction.Title is { } title && actor.Tenures.Any(t => (t.Role == title.Role || Writes(t.Office, title.Phrase)) && t.Distance(day) <= 366 && (introduction.Of?.Code is not { } code || t.State == code));

    // A bare surname names the one who leads a state or its diplomacy in those days, if only one does, and the article names that state or nobody else bears the name.
    private List<Actor> Prominent(List<Actor> found)
    {
        var leading = found.Where(a => (found.Count == 1 || evidence.Of(a.CodeOn(day)) > 0 || Governs(a)) && a.Tenures.Any(t => t.Leads && t.Distance(day) <= 3 * 366)).ToList();
        var current = leading.Where(a => a.Tenures.Any(t => t.Holds(day))).ToList();
        return current.Count == 1 ? current : leading.Count == 1 ? leading : [];
    }

    // Heads of the states most in the news need no mention of their state.
    private bool Governs(Actor actor) => actor.Tenures.Any(t => t.Rank == 0 && t.Holds(day) && actors.NameWords.IsGreatPower(t.State));

    private char Gender(NameUse use, string written, Introduction introduction)
    {
        if (Address(use) is not '?' and var address) return address;
        if (introduction.TitleSpan is { } title && actors.NameWords.GenderOfTitle(title.In(words.Text)) is not '?' and var titled) return titled;
        return actors.GivenNames.Of(written);
    }

    // 'm' or 'f' of "Mr." or "Ms." before the name.
    private char Address(NameUse use) => use.FirstWord > 0 && use.Span.Start - words[use.FirstWord - 1].End <= 2 ? actors.NameWords.Gender(words[use.FirstWord - 1].In(words.Text)) : '?';

    private bool NearOffice(Actor actor, int years) => actor.Tenures.Any(t => t.Distance(day) <= years * 366);

    private static bool Writes(string office, string title) => office.Contains(title, StringComparison.OrdinalIgnoreCase);

    // "Australian surgeon John Kerry": neither the state nor the title is that of the known bearer of the name.
    private static bool IsAnother(Actor actor, NameUse use, Introduction introduction) =>
        introduction is { Of.Code: { Length: 3 } code, Title: { } title, TitleSpan: { } span, Former: false } && use.Span.Start - span.End == 1 && actor.Tenures.Count > 0 && actor.Code != code && !actor.Tenures.Any(t => t.State == code || t.Role == title.Role || Writes(t.Office, title.Phrase));

    // A namesake of somebody in the knowledge has an id of his own.
    private int Unknown(string written, Introduction introduction)
    {
        var id = Fold.Slug(written);
        if (actors.Find(id) is { Kind: EntityKind.Person } && !casting.Has(id)) id = $"{id}-{(introduction.Of?.Code ?? "other").ToLowerInvariant()}";
        return casting.Add(new Role(id, EntityKind.Person, written, new Why("name-in-article")));
    }

    private void Learn(Role role, string written, Introduction introduction)
    {
        written = WithoutTitle(written);
        if (PersonName.Parts(written).Length > PersonName.Parts(role.Written).Length || role.Actor is not null && role.Written == role.Name) role.Written = written;
        if (role.Actor is { } actor) Dated(role, actor, introduction);
        if (introduction.Title is not { Sector: not "UNK" } title)
        {
            role.Code ??= Home(introduction.Of);
            return;
        }
        role.Title ??= title;
        if (!title.Plural && !actors.NameWords.IsNoOffice(title.Role)) role.Office ??= introduction.TitleSpan?.In(words.Text);
        role.Sector ??= title.Sector;
        role.Code ??= Home(introduction.Of);
    }

    // A rebel is of the state in which his group fights.
    private static string? Home(Actor? of) => of is { Kind: EntityKind.Group, Country: { Length: 3 } country } ? country : of?.Code;

    // "Queen Elizabeth II" is Elizabeth II; "Pope Francis" keeps his title.
    private string WithoutTitle(string written)
    {
        var name = new Words(written);
        return actors.Titles.Longest(name, 0) is { Span.Start: 0 } title && title.Targets[0].Role is { } role && actors.IsOffice(role) && name.Count - title.End >= 2 ? written[name[title.End].Start..] : written;
    }

    private void Dated(Role role, Actor actor, Introduction introduction)
    {
        var office = introduction.Title?.Role is { } wanted ? actor.Tenures.FirstOrDefault(t => t.Role == wanted && t.Holds(day)) : null;
        office ??= actor.OfficeOn(day);
        if (office is null)
        {
            role.Code = actor.CodeOn(day) ?? role.Code;
            return;
        }
        role.Office = office.Office;
        role.Code = office.State;
        role.Sector = office.Sector;
        role.Why = office.Why;
    }

    // Of two states; a body in which a president speaks is not whose president he is.
    private bool Contradicts(Role role, Introduction introduction) =>
        introduction is { Of: { Kind: EntityKind.State, Code: { } code }, Title: not null } && role.Code is { Length: 3 } other && !actors.Bodies.ContainsKey(other) && code != other;
}
