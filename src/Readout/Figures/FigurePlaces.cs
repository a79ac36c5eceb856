using Readout.Syntax;
using Readout.World;

namespace Readout.Figures;

/// <summary>Which state the counted belong to, and in which state they are.</summary>
internal sealed class FigurePlaces(Parse parse, int sentence, Cast cast, FigureKnowledge knowledge)
{
    private static readonly string[] PlaceMarkers = ["in", "inside", "across", "throughout"];

    /// <summary>From the nationality before the noun, its possessor, or "of" behind it.</summary>
    public string? Of(Counted counted)
    {
        for (var word = counted.First; word < counted.Head; word++)
            if (State(word) is { } state) return state;
        foreach (var child in parse.Children(counted.Head))
            if (parse[child].Deprel is Deprel.NmodPoss or Deprel.Amod or Deprel.Compound && Code(child) is { } owner) return owner;
        return null;
    }

    /// <summary>From "in" behind the noun or beside its verb, or the subject of a verb such as "host".</summary>
    public string? In(Counted counted)
    {
        if (Placed(counted.Head) is { } own) return own;
        for (int at = parse[counted.Head].Head, steps = 0; at >= 0 && steps < 3; at = parse[at].Head, steps++)
        {
            if (parse[at].Upos is not (Upos.Verb or Upos.Aux or Upos.Adj)) continue;
            if (knowledge.IsHost(parse[at].Lemma) && parse.Child(at, Deprel.Nsubj) is >= 0 and var subject && subject != counted.Head) return State(subject);
            return Placed(at);
        }
        return null;
    }

    private string? Placed(int head)
    {
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel is Deprel.Nmod or Deprel.Obl && parse.Child(child, Deprel.Case) is >= 0 and var marker && PlaceMarkers.Contains(parse[marker].Lemma) && Code(child) is { } code)
                return code;
        return null;
    }

    // A state, or a place within one.
    private string? Code(int word) => cast.Named(sentence, word).FirstOrDefault(e => e.Kind is EntityKind.State or EntityKind.Place)?.Code;

    private string? State(int word) => cast.Named(sentence, word).FirstOrDefault(e => e.Kind == EntityKind.State)?.Code;
}
