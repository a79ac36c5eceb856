using Readout.Names;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;

namespace Readout.World;

/// <summary>Who is who in an article: names, then descriptions, then pronouns, each linked to an entity of the world on the article's day.</summary>
public static class CastFinder
{
    // Articles without a date are read as of the last day that the knowledge covers.
    private static readonly DateOnly NoDate = new(2025, 1, 1);

    public static Cast Find(Article article, IReadOnlyList<Parse> parses, IReadOnlyList<TimeExpression> times, Actors actors)
    {
        var words = new Words(article.Text);
        var day = article.Published ?? NoDate;
        var casting = new Casting();
        var uses = new NameFinder(actors).Find(parses, words).Where(u => u.Targets.Count > 0 || !times.Any(t => t.Span.Overlaps(u.Span))).ToList();
        var persons = new PersonLinker(actors, words, casting, day);
        var (people, others) = Part(uses, persons, words);
        var names = new NameLinker(actors, words, casting, day);
        foreach (var use in others) names.Link(use, parses[use.Sentence]);
        foreach (var use in people) persons.Link(use, people);
        var descriptions = new DescriptionFinder(actors, words, casting, day);
        var pronouns = new PronounResolver(casting);
        for (var s = 0; s < parses.Count; s++)
        {
            descriptions.Find(parses[s], s);
            pronouns.Resolve(parses[s], s);
        }
        new Home(casting).Settle();
        return casting.Finish();
    }

    // The tagger sees "Blinken" alone as a place now and then: a name that is the last word of a person's name here is that person's.
    private static (List<NameUse> People, List<NameUse> Others) Part(List<NameUse> uses, PersonLinker persons, Words words)
    {
        var surnames = uses.Where(u => u.IsPerson).Select(u => PersonName.Parts(u.Span.In(words.Text))).Where(p => p.Length > 1).Select(p => p[^1]).ToHashSet(StringComparer.Ordinal);
        bool IsPerson(NameUse use) => use.IsPerson || (use.Targets.Count == 0 && surnames.Contains(Fold.Text(use.Span.Of(words.Text)))) || persons.Introduced(use);
        var people = uses.Where(u => u.Seen != NameKind.Misc || u.Targets.Count > 0).Where(IsPerson).ToList();
        return (people, [.. uses.Except(people)]);
    }
}
