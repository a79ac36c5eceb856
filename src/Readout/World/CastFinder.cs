using Readout.Names;
using Readout.Pages;
using Readout.Places;
using Readout.Statements;
using Readout.Syntax;
using Readout.Time;

namespace Readout.World;

/// <summary>Who is who in an article: names, then descriptions, then pronouns, each linked to an entity of the world on the article's day.</summary>
internal static class CastFinder
{
    // Articles without a date are read as of the last day that the knowledge covers.
    private static readonly DateOnly NoDate = new(2025, 1, 1);

    public static Cast Find(Article article, IReadOnlyList<Parse> parses, IReadOnlyList<TimeExpression> times, Actors actors, PlaceKnowledge places)
    {
        var words = new Words(article.Text);
        var day = article.Published ?? NoDate;
        var casting = new Casting(parses);
        var uses = WithoutTimes(new NameFinder(actors, places).Find(parses, words), times);
        var evidence = new Evidence(uses, words, day);
        var persons = new PersonLinker(actors, words, casting, evidence, day);
        var (people, others) = Part(uses, persons, actors.NameWords, words);
        var containers = new Containers(places, actors, words);
        var names = new NameLinker(actors, places, containers, words, casting, evidence, day);
        foreach (var use in others) names.Link(use, parses[use.Sentence]);
        new PlaceResolver(places, containers, casting).Resolve();
        var full = new FullNames(people, words);
        foreach (var use in people) persons.Link(use, full);
        var descriptions = new DescriptionFinder(actors, words, casting, new Anaphora(actors, places, casting, evidence.Main), evidence.Main, day);
        var pronouns = new PronounResolver(casting, actors.NameWords, QuotationFinder.Find(article.Text, [.. article.Blocks.Select(b => b.Span)]));
        for (var s = 0; s < parses.Count; s++)
        {
            descriptions.Find(parses[s], s);
            pronouns.Resolve(parses[s], s);
        }
        new Affiliations(casting).Settle();
        new Home(casting, actors.NameWords).Settle();
        return casting.Finish();
    }

    // An unknown name that lies in a time expression ("Ramadan") is none. Both lists are sorted.
    private static List<NameUse> WithoutTimes(List<NameUse> uses, IReadOnlyList<TimeExpression> times)
    {
        var kept = new List<NameUse>(uses.Count);
        var sorted = times.OrderBy(t => t.Span.Start).ToList();
        var next = 0;
        foreach (var use in uses.OrderBy(u => u.Span.Start))
        {
            while (next < sorted.Count && sorted[next].Span.End <= use.Span.Start) next++;
            if (use.Targets.Count > 0 || next == sorted.Count || !sorted[next].Span.Overlaps(use.Span)) kept.Add(use);
        }
        return kept;
    }

    // The tagger sees "Blinken" alone as a place now and then: a name that is the last word of a person's name here is that person's.
    private static (List<NameUse> People, List<NameUse> Others) Part(List<NameUse> uses, PersonLinker persons, NameWords forms, Words words)
    {
        var surnames = uses.Where(u => u.IsPerson).SelectMany(u => Surnames(u, forms, words)).ToHashSet(StringComparer.Ordinal);
        bool IsPerson(NameUse use) => use.IsPerson || (use.Targets.Count == 0 && surnames.Contains(Fold.Text(use.Span.Of(words.Text)))) || persons.Introduced(use);
        var people = new List<NameUse>();
        var others = new List<NameUse>();
        foreach (var use in uses) ((use.Seen != NameKind.Misc || use.Targets.Count > 0) && IsPerson(use) ? people : others).Add(use);
        return (people, others);
    }

    // "Park" of "Park Geun-hye" too.
    private static IEnumerable<string> Surnames(NameUse use, NameWords forms, Words words)
    {
        var parts = PersonName.Parts(use.Span.In(words.Text));
        if (parts.Length < 2) yield break;
        yield return parts[^1];
        if (use.Targets.Any(t => forms.IsFamilyFirst(t.Actor.Code))) yield return parts[0];
    }
}
