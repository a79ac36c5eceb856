using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>Looks below a predicate for the actor it touches, where no place of the pattern names one: "agreed to open its borders for Somali refugees".</summary>
internal sealed class Reach(Cast cast, Clause clause)
{
    private const int Depth = 7;

    /// <summary>The nearest entities below the predicate that are none of the actors: objects before obliques before complements.</summary>
    /// <param name="coded">Only those that belong to a state or body.</param>
    public IReadOnlyList<Entity> Nearest(IReadOnlyList<Entity> actors, bool coded)
    {
        var found = Below(clause.Word, actors, coded, Depth);
        return found.Count > 0 || clause.Support < 0 ? found : Below(clause.Support, actors, coded, Depth);
    }

    /// <summary>The other side of a mutual act: whom "with" or "between" names anywhere below the predicate ("discussed Libya with Italy in a call").</summary>
    public IReadOnlyList<Entity> Partner(IReadOnlyList<Entity> sides)
    {
        foreach (var word in Under(clause.Carrier, Depth))
        {
            if (VerbClauses.Preposition(clause.Parse, word) is not ("with" or "between" or "among")) continue;
            var named = cast.NamedBy(clause.Sentence, clause.Parse, word).Where(e => !sides.Contains(e)).ToList();
            if (named.Count > 0) return named;
        }
        return [];
    }

    private IEnumerable<int> Under(int word, int depth)
    {
        if (depth == 0) yield break;
        foreach (var child in clause.Parse.Children(word).ToArray().Where(c => Rank(c) < 9))
        {
            yield return child;
            foreach (var below in Under(child, depth - 1)) yield return below;
        }
    }

    private IReadOnlyList<Entity> Below(int word, IReadOnlyList<Entity> actors, bool coded, int depth)
    {
        if (depth == 0) return [];
        var children = clause.Parse.Children(word).ToArray();
        foreach (var child in children.Where(c => Rank(c) < 9).OrderBy(Rank))
        {
            var named = cast.NamedBy(clause.Sentence, clause.Parse, child).Where(e => !actors.Contains(e) && (!coded || (e.Code is not null && !RuleMatcher.IsGeneric(e)))).ToList();
            if (named.Count > 0 && clause.Parse[child].Upos is not Upos.Pron) return named;
            var below = Below(child, actors, coded, depth - 1);
            if (below.Count > 0) return below;
        }
        return [];
    }

    private int Rank(int word) => clause.Parse[word].Deprel switch
    {
        // The doer below a complement is touched by the act above: "rejected that Iran attend"; its own subject is not.
        Deprel.Nsubj when clause.Parse[word].Head != clause.Word && clause.Parse[word].Head != clause.Support => 0,
        Deprel.Conj when clause.Parse[word].Upos is not (Upos.Verb or Upos.Aux) => 2,
        Deprel.Obj or Deprel.Iobj or Deprel.NsubjPass => 0,
        Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Flat or Deprel.Appos => 1,
        Deprel.Nmod => 2,
        Deprel.Obl => 3,
        Deprel.Xcomp or Deprel.Acl => 4,
        Deprel.Ccomp => 5,
        Deprel.Advcl => clause.Parse[word].Xpos is "VB" or "VBG" ? 6 : 7,
        _ => 9,
    };
}
