using Readout.Pages;
using Readout.Syntax;

namespace Readout.World;

/// <summary>Who is who in an article: names, then descriptions, then pronouns, each linked to an entity of the world on the article's day.</summary>
public static class CastFinder
{
    // Articles without a date are read as of the last day that the knowledge covers.
    private static readonly DateOnly NoDate = new(2025, 1, 1);

    public static Cast Find(Article article, IReadOnlyList<Parse> parses, Actors actors)
    {
        var words = new Words(article.Text);
        var day = article.Published ?? NoDate;
        var casting = new Casting();
        var uses = new NameFinder(actors).Find(parses, words);
        var others = new NameLinker(casting, day);
        var persons = new PersonLinker(actors, words, casting, day);
        foreach (var use in uses.Where(u => !u.IsPerson)) others.Link(use, parses[use.Sentence]);
        foreach (var use in uses.Where(u => u.IsPerson)) persons.Link(use, uses);
        var descriptions = new DescriptionFinder(actors, words, casting, day);
        var pronouns = new PronounResolver(casting);
        for (var s = 0; s < parses.Count; s++)
        {
            descriptions.Find(parses[s], s);
            pronouns.Resolve(parses[s], s);
        }
        return casting.Finish();
    }
}
