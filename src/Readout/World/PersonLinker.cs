namespace Readout.World;

/// <summary>Says which person a name means: one already in the article, one of the knowledge files on that day, or a new one.</summary>
internal sealed class PersonLinker(Actors actors, Words words, Casting casting, DateOnly day)
{
    private readonly Surroundings surroundings = new(actors, words);

    /// <summary>Does a title stand before an unknown name, or a word of government after it ("the Biden administration")?</summary>
    public bool Introduced(NameUse use) =>
        use.Targets.Count == 0 && actors.WithSurname(use.Span.In(words.Text)).Count > 0 && (IsGovernment(use) || surroundings.Of(use) is { Title.Role: not null, TitleSpan: { } span } && span.End <= use.Span.Start);

    private bool IsGovernment(NameUse use)
    {
        var next = words.At(use.Span.End);
        if (next < words.Count && words[next].Of(words.Text) is "s") next++;
        return next < words.Count && words[next].Start - use.Span.End <= 3 && words[next].Of(words.Text) is "administration" or "government" or "regime" or "presidency" or "cabinet" or "era";
    }

    public void Link(NameUse use, IReadOnlyList<NameUse> all)
    {
        var written = use.Span.In(words.Text);
        var introduction = surroundings.Of(use);
        var entity = Earlier(written, introduction) ?? Later(use, written, introduction, all) ?? Known(use, written, introduction) ?? Unknown(written);
        Learn(casting.Roles[entity], written, introduction);
        casting.Mention(use.Sentence, use.Head, use.Span, MentionForm.Name, entity);
    }

    /// <summary>A person of this article whose name agrees; of several the last mentioned whose title does not contradict.</summary>
    private int? Earlier(string written, Introduction introduction)
    {
        for (var i = casting.Roles.Count - 1; i >= 0; i--)
        {
            var role = casting.Roles[i];
            if (role.Kind != EntityKind.Person || Contradicts(role, introduction)) continue;
            if (Same(written, role.Written) || Same(written, role.Name)) return i;
        }
        return null;
    }

    // "Biden" in a headline, "President Joe Biden" in the text below: the full name decides.
    private int? Later(NameUse use, string written, Introduction introduction, IReadOnlyList<NameUse> all)
    {
        if (PersonName.Parts(written).Length > 1) return null;
        var full = all.Where(o => o.IsPerson && o.Span.Start > use.Span.Start).Select(o => (Use: o, Name: o.Span.In(words.Text)))
            .Where(o => PersonName.Parts(o.Name).Length > 1 && PersonName.Agrees(written, o.Name)).FirstOrDefault();
        return full.Use is null ? null : Known(full.Use, full.Name, surroundings.Of(full.Use)) ?? Unknown(full.Name);
    }

    private int? Known(NameUse use, string written, Introduction introduction)
    {
        var candidates = use.Targets.Select(t => t.Actor).Where(a => a.Kind == EntityKind.Person).Distinct().ToList();
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
        var found = actors.WithSurname(parts[^1]).Concat(parts.Length > 1 ? actors.WithSurname(parts[0]) : []).Distinct();
        var fitting = found.Where(a => parts.Length > 1 ? Spelt(written, a, introduction) : Titled(a, introduction)).ToList();
        return fitting.Count > 0 || parts.Length > 1 ? fitting : Prominent(found);
    }

    private bool Spelt(string written, Actor actor, Introduction introduction) =>
        (PersonName.NearlyEqual(written, actor.Name) || PersonName.Agrees(written, actor.Name)) && NearOffice(actor, 2)
        && (introduction.Of?.Code is not { } code || actor.Code == code);

    private bool Titled(Actor actor, Introduction introduction) =>
        introduction.Title is { } title && actor.Tenures.Any(t => (t.Role == title.Role || Writes(t.Office, title.Phrase)) && t.Distance(day) <= 366 && (introduction.Of?.Code is not { } code || t.State == code));

    // A bare surname names the one who leads a state or its diplomacy in those days, if only one does.
    private List<Actor> Prominent(IEnumerable<Actor> found)
    {
        var leading = found.Where(a => a.Tenures.Any(t => t.Role is "head_of_state" or "head_of_government" or "foreign_minister" or "body_head" or "monarch" && t.Distance(day) <= 3 * 366)).ToList();
        var current = leading.Where(a => a.Tenures.Any(t => t.Holds(day))).ToList();
        return current.Count == 1 ? current : leading.Count == 1 ? leading : [];
    }

    private bool NearOffice(Actor actor, int years) => actor.Tenures.Any(t => t.Distance(day) <= years * 366);

    private static bool Writes(string office, string title) => office.Contains(title, StringComparison.OrdinalIgnoreCase);

    private int Unknown(string written) => casting.Add(new Role(Fold.Slug(written), EntityKind.Person, written, new Why("name-in-article")));

    private void Learn(Role role, string written, Introduction introduction)
    {
        if (PersonName.Parts(written).Length > PersonName.Parts(role.Written).Length || role.Actor is not null && role.Written == role.Name) role.Written = written;
        if (role.Actor is { } actor) Dated(role, actor, introduction);
        if (introduction.Title is not { } title) return;
        role.Title ??= title;
        role.Office ??= introduction.TitleSpan?.In(words.Text);
        role.Sector ??= title.Sector;
        role.Code ??= introduction.Of?.Code;
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
        role.Sector = Sectors.OfRole(office.Role);
        role.Why = office.Why;
    }

    private static bool Contradicts(Role role, Introduction introduction) =>
        introduction.Of?.Code is { } code && role.Code is { } other && code.Length == 3 && other.Length == 3 && code != other && introduction.Title is not null;

    private static bool Same(string written, string known) =>
        Fold.Text(written) == Fold.Text(known) || PersonName.Agrees(written, known) || PersonName.Agrees(known, written) || PersonName.NearlyEqual(written, known);
}
