using Readout.Syntax;

namespace Readout.Events;

/// <summary>One filled place of a clause: <c>subj</c>, <c>obj</c>, <c>iobj</c>, <c>xcomp</c>, <c>ccomp</c>, <c>poss</c>, <c>mod</c> or a preposition.</summary>
/// <param name="Head">Index of the phrase's head word.</param>
internal readonly record struct Slot(string Name, int Head);

/// <summary>A predicate with who fills its places, however the sentence is built: passive, control, coordination and relative clauses are undone.</summary>
/// <param name="Sentence">Index of the parse in the article.</param>
/// <param name="Word">Index of the predicate word.</param>
/// <param name="Lemma">With its particle: <c>pull_out</c>.</param>
/// <param name="IsNoun">"talks", "the signing" rather than "met", "signed".</param>
/// <param name="Support">The verb that carries a noun ("held talks"); -1 when it stands alone.</param>
internal sealed record Clause(Parse Parse, int Sentence, int Word, string Lemma, bool IsNoun, bool Passive, int Support, IReadOnlyList<Slot> Slots)
{
    public bool Has(string slot) => First(slot, 0) >= 0;

    /// <summary>The heads that fill a place; a path goes on inside it (<c>xcomp.obj</c>, <c>obj.against</c>).</summary>
    public int[] In(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0) return Of(path[..dot]) is { Length: > 0 } outer ? [.. outer.SelectMany(head => Inside(head).In(path[(dot + 1)..]))] : [];
        return Of(path);
    }

    // Most places are empty or filled once.
    private int[] Of(string slot)
    {
        var first = First(slot, 0);
        if (first < 0) return [];
        var next = First(slot, first + 1);
        if (next < 0) return [Slots[first].Head];
        var heads = new List<int> { Slots[first].Head };
        for (; next >= 0; next = First(slot, next + 1)) heads.Add(Slots[next].Head);
        return [.. heads];
    }

    private int First(string slot, int from)
    {
        for (var i = from; i < Slots.Count; i++)
            if (Slots[i].Name == slot) return i;
        return -1;
    }

    private Clause Inside(int head) =>
        Parse[head].Upos is Upos.Verb or Upos.Aux ? VerbClauses.Of(Parse, Sentence, head) : NounClauses.Bare(Parse, Sentence, head);

    /// <summary>The finite verb that tense, mood and negation are read from.</summary>
    public int Carrier => Support >= 0 ? Support : Word;
}
