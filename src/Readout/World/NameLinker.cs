using Readout.Names;
using Readout.Places;
using Readout.Syntax;

namespace Readout.World;

/// <summary>Says which state, body, group or place a name means; leaves persons to <see cref="PersonLinker"/>.</summary>
internal sealed class NameLinker(Actors actors, PlaceKnowledge places, Containers containers, Words words, Casting casting, Evidence evidence, DateOnly day)
{
    // Of the scale of priors: a tenth of the people, or a fifth where the other is a capital.
    private const double Comparable = 2;

    private readonly ActorCoder coder = new(actors, places);

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
        if (living[0].Actor.Kind == EntityKind.State && living.Find(t => t.Actor.Kind == EntityKind.Place) is { } part) return MeansPart(use, living[0].Actor, part.Actor) ? part : living[0];
        // "in Vienna" is the town, whichever body has its seat there.
        if (living.Find(t => t.Use == AliasUse.Metonym && t.Actor.Kind == EntityKind.State) is { } capital && IsPlace(use, parse)) return capital;
        // Of two states or bodies of one name the one that the article names otherwise too; else the first in the tables.
        return living.OrderByDescending(t => casting.Has(t.Actor.Id)).ThenByDescending(t => evidence.Of(t.Actor.Code)).First();
    }

    // "Georgia": the American state after one of its towns, or where other American states are named and nothing of the country is.
    private bool MeansPart(NameUse use, Actor state, Actor part)
    {
        // "Doug Collins (R-Georgia)".
        if (use.Span.Start >= 2 && words.Text[use.Span.Start - 1] == '-' && words.Text[use.Span.Start - 2] is 'R' or 'D' or 'I') return true;
        if (use.FirstWord > 0 && words.Text.AsSpan(words[use.FirstWord - 1].End, use.Span.Start - words[use.FirstWord - 1].End) is ", ")
        {
            var before = places.Find(words[use.FirstWord - 1].In(words.Text)).Select(c => c.Place.Country).ToList();
            if (before.Contains(part.Code) && !before.Contains(state.Code)) return true;
            if (before.Contains(state.Code)) return false;
        }
        return evidence.Besides(state.Code, use.Span.In(words.Text)) == 0 && evidence.NamesPartsOf(part.Code);
    }

    // "Paris, Texas", "Lebanon, Tennessee": a town that bears the name of a capital or state, by what is said to contain it or by the provinces that the article names.
    private bool IsNamesake(NameUse use, Actor state)
    {
        var name = use.Span.In(words.Text);
        // In "China, Japan and Korea" the next name contains nothing: only a province can make a state's name a town's.
        if (containers.After(use.Span) is { } container && (container.Province is not null || use.Targets[0].Use == AliasUse.Metonym))
            return container.Country != state.Code && places.Find(name).Exists(c => Containers.Lies(c.Place, container));
        if (evidence.Besides(state.Code, name) > 0) return false;
        var towns = places.Find(name);
        // "Tripoli" in an article on Lebanon: a town nearly as large as the capital, in a state that the article names and the capital's it does not.
        var people = towns.Where(c => c.Place.Country == state.Code).Select(c => c.Prior).DefaultIfEmpty(double.MaxValue).Max();
        return towns.Exists(c => c.Place.Country != state.Code && (evidence.NamesPart(c.Place.Country, c.Place.Province) || (c.Prior >= people - Comparable && evidence.Of(c.Place.Country) >= 2)));
    }

    private int Town(NameUse use)
    {
        var name = use.Span.In(words.Text);
        return casting.Add(new Role(Fold.Slug(name), EntityKind.Place, name, new Why("town-of-article")));
    }

    // A capital after "in" or "from" is the town; elsewhere it speaks for its government.
    private int Entity(AliasTarget target, NameUse use, Parse parse)
    {
        var actor = target.Actor;
        if (actor.Kind == EntityKind.State && target.Use is AliasUse.Name or AliasUse.Metonym && IsNamesake(use, actor)) return Town(use);
        // A capital of a state that is no more is a town: St Petersburg since 1917.
        if (target.Use == AliasUse.Metonym && actor.Kind == EntityKind.State && !(actor.From <= day && day <= actor.To)) return Town(use);
        if (target.Use != AliasUse.Metonym || actor.Kind != EntityKind.State || !IsPlace(use, parse)) return casting.Add(actor);
        var name = use.Span.In(parse.Text);
        return casting.Add(new Role(Fold.Slug(name), EntityKind.Place, name, actor.Why) { Code = actor.Code });
    }

    private bool IsPlace(NameUse use, Parse parse)
    {
        if (use.Start == 0) return false;
        foreach (var child in parse.Children(use.Head))
            if (parse[child].Deprel == Deprel.Case && parse[child].Span.Start < use.Span.Start) return actors.NameWords.IsLocative(parse[child].Lemma);
        return parse[use.Head].Deprel == Deprel.Obj && parse[use.Head].Head >= 0 && actors.NameWords.IsLocative(parse[parse[use.Head].Head].Lemma);
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
        // "in Sloviansk" is a town even where the tagger saw a body.
        var kind = use.Seen == NameKind.Organisation && !(IsPlace(use, parse) && places.Find(name).Exists(c => c.Prior >= 4)) ? EntityKind.Organisation : EntityKind.Place;
        casting.Mention(use.Sentence, use.Head, use.Span, MentionForm.Name, casting.Add(Role(name, kind)));
    }

    // "Kenya Red Cross", "Bank of Mexico", "Nigerian Navy": an unknown body is coded by the words of its name.
    private Role Role(string name, EntityKind kind)
    {
        var code = kind == EntityKind.Place && places.Knows(name) ? null : coder.Code(name, day);
        return new Role(Fold.Slug(name), kind, name, new Why("name-in-article")) { Code = code?.Code, Sector = kind == EntityKind.Place ? null : code?.Sector };
    }
}
