using Readout.Events;
using Readout.Syntax;

namespace Readout.Agreements;

/// <summary>What the words around an accord say of its status.</summary>
/// <param name="Verb">The word that says so, when it governs the accord; -1 for an adjective before it.</param>
internal readonly record struct StatusTold(AgreementStatus Status, int Verb, Why Why);

internal static class AccordStatus
{
    private const int Depth = 4;

    /// <summary>In characters.</summary>
    private const int LongestEvidence = 220;

    public static StatusTold? Of(Parse parse, int sentence, int word, AgreementBook book) =>
        Governing(parse, sentence, word, book) ?? Relative(parse, sentence, word, book) ?? Before(parse, word, book);

    // "Signed an agreement", "withdrew from the treaty", "the truce collapsed", "a violation of the truce".
    private static StatusTold? Governing(Parse parse, int sentence, int word, AgreementBook book)
    {
        var inner = word;
        for (var (above, depth) = (parse[word].Head, 0); above >= 0 && depth < Depth; (inner, above) = (above, parse[above].Head), depth++)
        {
            if (parse[above].Upos == Upos.Verb) return ByVerb(parse, sentence, above, inner, book);
            if (parse[inner].Deprel is Deprel.Nmod && OfNoun(parse, above, book) is { } noun) return Mooded(parse, sentence, above, noun, book);
            if (parse[inner].Deprel is not (Deprel.Conj or Deprel.Nmod or Deprel.Appos or Deprel.Compound)) return null;
        }
        return null;
    }

    // "The violation of the truce", "an initialing ceremony for the accord".
    private static (AgreementStatus Status, Why Why)? OfNoun(Parse parse, int noun, AgreementBook book)
    {
        if (book.Status(parse.LowerLemma(noun), "noun") is { } found) return found;
        foreach (var child in parse.Children(noun))
            if (parse[child].Deprel is Deprel.Compound or Deprel.Amod && (book.Status(parse.LowerLemma(child), "noun") ?? book.Status(parse.LowerForm(child), "noun")) is { } before) return before;
        return null;
    }

    private static StatusTold? ByVerb(Parse parse, int sentence, int verb, int accord, AgreementBook book)
    {
        var clause = VerbClauses.Of(parse, sentence, verb);
        foreach (var slot in clause.Slots)
            if (slot.Head == accord && (book.Status(clause.Lemma, slot.Name) ?? (slot.Name is "subj" or "obj" ? book.Status(clause.Lemma, "do") : null)) is { } found)
                return Mooded(parse, sentence, verb, found, book);
        return null;
    }

    /// <summary>"The deal that they signed", "the treaty signed in 1951".</summary>
    private static StatusTold? Relative(Parse parse, int sentence, int word, AgreementBook book)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.AclRelcl or Deprel.Acl && book.Status(VerbClauses.WithParticle(parse, child), "obj") is { } found)
                return Mooded(parse, sentence, child, found, book);
        return null;
    }

    private static StatusTold? Before(Parse parse, int word, AgreementBook book)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Amod or Deprel.Compound && book.Status(parse.LowerLemma(child), "mod") is { } found)
                return new StatusTold(found.Status, -1, found.Why);
        return null;
    }

    /// <summary>What will, may or would be signed is still being negotiated; what was not signed says nothing.</summary>
    private static StatusTold? Mooded(Parse parse, int sentence, int verb, (AgreementStatus Status, Why Why) found, AgreementBook book)
    {
        var own = parse[verb].Upos == Upos.Verb ? ClauseStatus.Own(parse, verb, false, book.Mood) : EventStatus.Happened;
        if (own == EventStatus.Denied) return null;
        var ahead = own is EventStatus.Planned or EventStatus.Possible || parse[verb].Deprel == Deprel.Xcomp;
        if (!ahead) return new StatusTold(found.Status, verb, found.Why);
        return found.Status is AgreementStatus.Signed or AgreementStatus.Initialled or AgreementStatus.Ratified ? new StatusTold(AgreementStatus.Negotiating, verb, found.Why) : null;
    }

    /// <summary>"On trade", "over the cost of stationing these forces".</summary>
    public static TextSpan? Subject(Parse parse, int word)
    {
        foreach (var child in parse.Children(word))
        {
            if (parse[child].Deprel is not (Deprel.Nmod or Deprel.Obl) || VerbClauses.Preposition(parse, child) is not ("on" or "over" or "about" or "for" or "concerning" or "regarding" or "governing")) continue;
            var (start, end) = parse.Subtree(child);
            for (var at = start; at < end; at++)
                if (parse.Form(at) is ",") end = at;
            return parse.SpanOf(Math.Min(start + 1, child), end);
        }
        return null;
    }

    /// <summary>From the doer to the end of the accord's own words; those alone where the doer stands far off.</summary>
    public static TextSpan Evidence(Parse parse, int word, int verb)
    {
        var span = Phrase(parse, word, true);
        var told = verb < 0 ? span : Told(parse, span, verb);
        return told.Length > LongestEvidence ? span : told;
    }

    private static TextSpan Told(Parse parse, TextSpan span, int verb)
    {
        span = span.Cover(parse[verb].Span);
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.AuxPass or Deprel.Aux) span = span.Cover(Phrase(parse, child));
        return span;
    }

    private static TextSpan Phrase(Parse parse, int head, bool isTop = false)
    {
        var span = parse[head].Span;
        foreach (var child in parse.Children(head))
            if ((!isTop || parse[child].Deprel is not (Deprel.Case or Deprel.Mark)) && parse[child].Deprel is not (Deprel.AclRelcl or Deprel.Appos or Deprel.Parataxis or Deprel.Punct or Deprel.Conj or Deprel.Cc) || parse[child].Deprel is Deprel.Conj && parse[head].Upos is Upos.Propn) span = span.Cover(Phrase(parse, child));
        return span;
    }
}
