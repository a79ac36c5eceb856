using Readout.Syntax;
using Readout.World;

namespace Readout.Figures;

/// <summary>Which state the counted belong to, and in which state they are.</summary>
internal sealed class FigurePlaces(Parse parse, int sentence, List<(TextSpan Span, string? State)> states, Cast cast, FigureKnowledge knowledge)
{
    private static readonly string[] PlaceMarkers = ["in", "inside", "across", "throughout"];

    /// <summary>From the nationality before the noun, its possessor, or "of" behind it.</summary>
    public string? Of(Counted counted)
    {
        foreach (var (span, state) in states)
            if (parse[counted.First - 1].Span.End <= span.Start && span.End <= parse[counted.Head].Span.End) return state;
        foreach (var child in parse.Children(counted.Head))
            if (parse[child].Deprel is Deprel.NmodPoss or Deprel.Amod or Deprel.Compound && Code(child) is { } owner) return owner;
        return null;
    }

    /// <summary>From "in" behind the noun or beside its verb, or the subject of a verb such as "host".</summary>
    public string? In(Counted counted)
    {
        if (Placed(counted.Head) is { } own) return own;
        if (parse[counted.Head].Head is not (>= 0 and var verb) || parse[verb].Upos is not (Upos.Verb or Upos.Adj)) return null;
        if (knowledge.IsHost(parse[verb].Lemma) && parse.Child(verb, Deprel.Nsubj) is >= 0 and var subject && subject != counted.Head) return State(subject);
        return Placed(verb);
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
