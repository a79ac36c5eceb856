using Readout.Names;
using Readout.Syntax;

namespace Readout.World;

/// <summary>Says which state, body, group or place a name means; leaves persons to <see cref="PersonLinker"/>.</summary>
internal sealed class NameLinker(Actors actors, Words words, Casting casting, DateOnly day)
{
    private static readonly HashSet<string> Locative = ["in", "from", "to", "at", "near", "outside", "around", "of", "for", "via", "leave", "visit", "reach", "arrive"];

    public void Link(NameUse use, Parse parse)
    {
        if (Choose(use, parse) is { } target) casting.Mention(use.Sentence, use.Head, use.Span, MentionForm.Name, Entity(target, use, parse));
        else if (use.Targets.Count == 0) Unknown(use, parse);
    }

    private AliasTarget? Choose(NameUse use, Parse parse)
    {
        var living = use.Targets.Where(t => t.Actor.Kind != EntityKind.Person && t.Actor.From <= day && day <= t.Actor.To).ToList();
        if (living.Count == 0) living = [.. use.Targets.Where(t => t.Actor.Kind != EntityKind.Person)];
        if (living.Count <= 1) return living.FirstOrDefault();
        var mentioned = living.FirstOrDefault(t => casting.Roles.Exists(r => r.Id == t.Actor.Id));
        return mentioned ?? living[0];
    }

    // A capital after "in" or "from" is the town; elsewhere it speaks for its government.
    private int Entity(AliasTarget target, NameUse use, Parse parse)
    {
        var actor = target.Actor;
        if (target.Use != AliasUse.Metonym || actor.Kind != EntityKind.State || !IsPlace(use, parse)) return casting.Add(actor);
        var name = use.Span.In(parse.Text);
        return casting.Add(new Role(Fold.Slug(name), EntityKind.Place, name, actor.Why) { Code = actor.Code });
    }

    private static bool IsPlace(NameUse use, Parse parse)
    {
        if (use.Start == 0) return false;
        foreach (var child in parse.Children(use.Head))
            if (parse[child].Deprel == Deprel.Case && parse[child].Span.Start < use.Span.Start) return Locative.Contains(parse[child].Lemma) && parse[child].Lemma is not ("of" or "for");
        return parse[use.Head].Deprel == Deprel.Obj && parse[use.Head].Head >= 0 && Locative.Contains(parse[parse[use.Head].Head].Lemma);
    }

    // "Kenya Red Cross", "Bank of Mexico": an unknown body that has a state in its name is of that state.
    private string? StateInside(NameUse use)
    {
        for (var i = use.FirstWord; i < words.Count && words[i].End <= use.Span.End; i++)
            if (actors.Longest(words, i) is { } match && match.Span.End <= use.Span.End && match.Targets.FirstOrDefault(t => t.Actor.Kind == EntityKind.State && t.Use != AliasUse.National) is { } state) return state.Actor.Code;
        return null;
    }

    // "National Defense" in "Minister of National Defense".
    private bool IsInTitle(NameUse use)
    {
        for (var start = Math.Max(0, use.FirstWord - 4); start <= use.FirstWord; start++)
            if (actors.Titles.Longest(words, start) is { } title && title.Span.Contains(use.Span)) return true;
        return false;
    }

    private void Unknown(NameUse use, Parse parse)
    {
        if (use.Seen is not (NameKind.Organisation or NameKind.Location) || IsInTitle(use)) return;
        var name = use.Span.In(parse.Text);
        var kind = use.Seen == NameKind.Organisation ? EntityKind.Organisation : EntityKind.Place;
        casting.Mention(use.Sentence, use.Head, use.Span, MentionForm.Name, casting.Add(new Role(Fold.Slug(name), kind, name, new Why("name-in-article")) { Code = StateInside(use) }));
    }
}
