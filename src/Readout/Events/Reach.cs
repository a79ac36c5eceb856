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

    private IReadOnlyList<Entity> Below(int word, IReadOnlyList<Entity> actors, bool coded, int depth)
    {
        if (depth == 0) return [];
        var children = clause.Parse.Children(word).ToArray();
        foreach (var child in children.Where(c => Rank(clause.Parse[c].Deprel) < 9).OrderBy(c => Rank(clause.Parse[c].Deprel)))
        {
            var named = cast.NamedBy(clause.Sentence, clause.Parse, child).Where(e => !actors.Contains(e) && (!coded || e.Code is not null)).ToList();
            if (named.Count > 0 && clause.Parse[child].Upos is not Upos.Pron) return named;
            var below = Below(child, actors, coded, depth - 1);
            if (below.Count > 0) return below;
        }
        return [];
    }

    private static int Rank(Deprel deprel) => deprel switch
    {
        Deprel.Obj or Deprel.Iobj or Deprel.NsubjPass => 0,
        Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Flat or Deprel.Appos => 1,
        Deprel.Nmod => 2,
        Deprel.Obl => 3,
        Deprel.Xcomp or Deprel.Acl => 4,
        Deprel.Ccomp => 5,
        _ => 9,
    };
}
