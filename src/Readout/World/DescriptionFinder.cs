using Readout.Syntax;

namespace Readout.World;

/// <summary>Finds descriptions of actors by their noun: "South Korean officials", "the secretaries", "Israeli forces", "the Biden administration".</summary>
internal sealed class DescriptionFinder(Actors actors, Words words, Casting casting, Anaphora anaphora, string? main, DateOnly day)
{
    // Characters: those of whom a plural speaks were named not long before.
    private const int PluralReach = 800;

    public void Find(Parse parse, int sentence)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            ref readonly var token = ref parse[word];
            if (token.Upos is not (Upos.Noun or Upos.Propn) || casting.IsMentioned(sentence, word) || IsPartOfName(parse, sentence, word)) continue;
            if (actors.AnaphoraNouns.ContainsKey(token.Lemma.ToLowerInvariant()) && anaphora.Resolve(parse, sentence, word, Owners(parse, sentence, word)) is { Count: > 0 } meant) casting.Mention(sentence, word, PhraseSpan(parse, word), MentionForm.Description, meant);
            else if (TitleAt(parse, word) is { } title) Describe(parse, sentence, word, title);
        }
    }

    // A title before a name ("President Obama") introduces; the name is the mention.
    private bool IsPartOfName(Parse parse, int sentence, int word)
    {
        var deprel = parse[word].Deprel;
        if (deprel is Deprel.Compound or Deprel.Flat or Deprel.NmodDesc) return true;
        if (word + 1 < parse.Count && casting.In(sentence).Any(m => m.Span.Start == parse[word + 1].Span.Start && Person(m))) return true;
        var next = casting.In(sentence).FirstOrDefault(m => m.Form == MentionForm.Name && m.Span.Start > parse[word].Span.End && Person(m));
        if (next is not null && next.Span.Start - parse[word].Span.End < 40 && TitleReaches(parse[word].Span, next.Span)) return true;
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Flat or Deprel.Appos && casting.In(sentence).Any(m => m.Head == child && Person(m))) return true;
        return false;
    }

    // "Secretary of State Antony Blinken": from the noun to the name run only words of the title.
    private bool TitleReaches(TextSpan noun, TextSpan name)
    {
        for (var start = Math.Max(0, words.At(noun.Start) - 3); start < words.Count && words[start].Start <= noun.Start; start++)
            if (actors.Titles.Longest(words, start) is { } title && title.Span.Contains(noun) && name.Start - title.Span.End is >= 0 and <= 2) return true;
        return false;
    }

    private bool Person(CastMention mention) => mention.Entities.All(e => casting.Roles[e].Kind == EntityKind.Person);

    // The longest title that ends in this word: "secretary of state" is found at "state", but its head is "secretary".
    private TitleNoun? TitleAt(Parse parse, int word)
    {
        var last = words.At(parse[word].Span.Start);
        for (var start = Math.Max(0, last - 3); start <= last; start++)
            if (actors.Titles.Longest(words, start) is { } match && match.Span.Start <= parse[word].Span.Start && parse[word].Span.End <= match.Span.End)
                return match.Targets[0];
        return null;
    }

    private void Describe(Parse parse, int sentence, int word, TitleNoun title)
    {
        var span = PhraseSpan(parse, word);
        var owners = Owners(parse, sentence, word);
        if (Resolve(parse, word, title, owners.FirstOrDefault(), span) is { Count: > 0 } named) casting.Mention(sentence, word, span, MentionForm.Description, named);
        else if (title.Sector is not null and not "UNK" || owners.Count > 0) casting.Mention(sentence, word, span, MentionForm.Description, Groups(parse, word, title, owners));
    }

    private List<int> Groups(Parse parse, int word, TitleNoun title, List<Role> owners) =>
        owners.Count == 0 ? [casting.Add(Group(parse, word, title, null))] : [.. owners.DistinctBy(o => o.Code).Select(o => casting.Add(Group(parse, word, title, o)))];

    private IReadOnlyList<int> Resolve(Parse parse, int word, TitleNoun title, Role? owner, TextSpan span)
    {
        if (title is { Plural: false, Role: null or "minister" } && ShortTitle(parse, word, title, owner, span) is { Count: > 0 } bearer) return bearer;
        if (title.Role is null && !title.Plural) return [];
        bool Bears(Role r) => r.Kind == EntityKind.Person && r.Title is { } t && ((t.Role == title.Role && !actors.NameWords.IsNoOffice(t.Role)) || t.Phrase.TrimEnd('s') == title.Phrase.TrimEnd('s')) && (owner?.Code is not { } code || r.Code == code);
        bool Holds(Role r) => r.Kind == EntityKind.Person && r.Actor?.Tenures.Any(t => t.Role == title.Role && t.Holds(day) && (owner?.Code is not { } code || t.State == code)) == true;
        // "the President" is the president of a state before that of a council.
        // "the secretaries" after a secretary of state and a defense secretary.
        bool Shares(Role r) => title.Plural && !actors.NameWords.IsNoOffice(title.Role) && title.Sector is "GOV" or "MIL" && r.Kind == EntityKind.Person && r.Office is { } office && office.Contains(parse[word].Lemma, StringComparison.OrdinalIgnoreCase);
        var bearers = casting.Recent(span, r => Bears(r) || Holds(r) || Shares(r)).OrderByDescending(e => !title.Plural && Holds(casting.Roles[e])).Take(title.Plural ? 4 : 1)
            .Where(e => !title.Plural || span.Start - casting.Roles[e].LastBefore(span.Start) <= PluralReach).ToList();
        if (title.Plural) return bearers.Count > 1 && IsDefinite(parse, word) && owner is null ? [.. bearers.Order()] : [];
        if (bearers.Count == 1 && IsDefinite(parse, word)) return bearers;
        if (ShortTitle(parse, word, title, owner, span) is { Count: > 0 } named) return named;
        return (owner?.Code ?? (owner is null && char.IsUpper(parse.Text[parse[word].Span.Start]) ? main : null)) is { } state && IsDefinite(parse, word) ? OfficeHolder(state, title) : [];
    }

    // "The Deputy Secretary" after "Deputy Secretary of State Wendy Sherman": the first words of a title or an office stand for all of it.
    private IReadOnlyList<int> ShortTitle(Parse parse, int word, TitleNoun title, Role? owner, TextSpan span)
    {
        if (!IsDefinite(parse, word)) return [];
        bool Shortens(string? whole) => whole is not null && whole.StartsWith(title.Phrase, StringComparison.OrdinalIgnoreCase) && (whole.Length == title.Phrase.Length || whole[title.Phrase.Length] == ' ');
        bool Bears(Role r) => r.Kind == EntityKind.Person && (Shortens(r.Title?.Phrase) || Shortens(r.Office)) && (owner?.Code is not { } code || r.Code == code);
        return [.. casting.Recent(span, Bears).Take(1)];
    }

    /// <summary>Who held that office that day, when there is exactly one.</summary>
    private IReadOnlyList<int> OfficeHolder(string state, TitleNoun title)
    {
        if (title.Role is not ("head_of_state" or "monarch" or "crown_prince" or "head_of_government" or "foreign_minister" or "defence_minister")) return [];
        var holders = actors.Holders(state, title.Role, day).Select(t => t.Person).Distinct().ToList();
        if (holders.Count != 1 || actors.Find(Fold.Slug(holders[0])) is not { } actor) return [];
        var index = casting.Add(actor);
        var tenure = actor.Tenures.First(t => t.Role == title.Role && t.Holds(day));
        casting.Roles[index].Office ??= tenure.Office;
        casting.Roles[index].Sector = tenure.Sector;
        return [index];
    }

    private static bool IsDefinite(Parse parse, int word)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.NmodPoss || (parse[child].Deprel == Deprel.Det && parse[child].Lemma is "the" or "this" or "that" or "both")) return true;
        return parse[word].Upos == Upos.Propn;
    }

    /// <summary>The state or body that a phrase names as its own: "South Korean", "China's", "of Iran", "U.N.".</summary>
    private List<Role> Owners(Parse parse, int sentence, int word)
    {
        var owners = new List<Role>();
        foreach (var mention in casting.In(sentence))
        {
            ref readonly var head = ref parse[mention.Head];
            var modifies = Modifies(parse, mention.Head, word);
            if (!modifies && !(mention.Span.End + 1 >= parse[word].Span.Start && mention.Span.End < parse[word].Span.Start)) continue;
            owners.AddRange(mention.Entities.Select(e => casting.Roles[e]).Where(r => r.Code is not null));
        }
        return owners;
    }

    // "Chinese and American officials": the second adjective hangs on the first.
    private static bool Modifies(Parse parse, int modifier, int word)
    {
        if (parse[modifier].Head < 0) return false;
        if (parse[modifier].Deprel == Deprel.Conj && parse[modifier].Head != word && modifier < word) return Modifies(parse, parse[modifier].Head, word);
        return parse[modifier].Head == word && parse[modifier].Deprel is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nmod or Deprel.Det;
    }

    private static Role Group(Parse parse, int word, TitleNoun title, Role? owner)
    {
        var noun = parse.LowerLemma(word);
        var name = parse.SpanOf(First(parse, word), word + 1).In(parse.Text);
        var id = string.Join('-', new[] { owner?.Code, title.Sector, Fold.Slug(noun) }.Where(p => p is { Length: > 0 })).ToLowerInvariant();
        return new Role(id, EntityKind.Group, name, title.Why) { Code = owner?.Code, Sector = title.Sector };
    }

    private static TextSpan PhraseSpan(Parse parse, int word) => parse.SpanOf(First(parse, word), word + 1);

    private static int First(Parse parse, int word)
    {
        var first = word;
        foreach (var child in parse.Children(word))
            if (child < first && parse[child].Deprel is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nummod) first = Math.Min(first, parse.Subtree(child).Start);
        // A tree that hangs a whole list on the noun brings the comma or "and" before the last of it along.
        while (first < word && (parse[first].Upos == Upos.Cconj || parse.Text[parse[first].Span.Start] is ',' or ';' or '–' or '—' or '&')) first++;
        return first;
    }
}
