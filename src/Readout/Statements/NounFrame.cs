using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Content that is a noun with what belongs to it: "denounced the talks", "called it a threat", "called for restraint".</summary>
internal sealed class NounFrame(ArticleWords words, CueLexicon lexicon)
{
    private readonly ClauseExtent extent = new(words, lexicon);
    private readonly BehindCue behind = new(words, lexicon);

    public WordRange ObjectPhrase(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj);
        if (obj < verb || words[obj].Upos is Upos.Pron && words.Subtree(obj).Count == 1) return default;
        var range = BehindCue.After(verb, words.Subtree(obj));
        if (range.IsEmpty || IsTime(obj) || IsNounCue(obj) || SpeaksItself(verb, range)) return default;
        return WithTail(verb, range);
    }

    // "criticised the plan for ...", "a ban on ...": what goes on behind the noun without a comma is its content wherever the tree hung it.
    private WordRange WithTail(int verb, WordRange range)
    {
        var end = range.End;
        var last = words.WordsOf(words.Sentence(verb)).End;
        if (end < last && lexicon.Is(CueWordRole.Continues, words.Form(end)) && words[end].Upos is Upos.Adp or Upos.Part or Upos.Sconj)
            while (end < last && (!words.IsPunctuation(end) || words.IsMark(end)) && words[end].Upos is not Upos.Cconj) end++;
        return extent.Cut(verb, new(range.Start, end));
    }

    // "cited the minister as saying": the object is who speaks.
    private bool SpeaksItself(int verb, WordRange obj)
    {
        var (_, end) = words.WordsOf(words.Sentence(verb));
        for (var i = obj.Start; i + 1 < Math.Min(end, obj.End + 3); i++)
            if (words.Is(i, "as") && IsSaying(i + 1)) return true;
        return false;
    }

    // "voiced concern about", "made a promise to": the noun is the cue.
    private bool IsNounCue(int noun)
    {
        if (lexicon.Nouns(words[noun].Lemma.ToLowerInvariant()).Count == 0) return false;
        if (words.Is(noun + 1, "that")) return true;
        foreach (var child in words.Children(noun))
            if (child > noun && words[child].Deprel is Deprel.Acl or Deprel.Nmod or Deprel.Ccomp) return true;
        return false;
    }

    private bool IsTime(int noun) => words[noun].Xpos is "NNP" && words[noun].Lemma.EndsWith("day", StringComparison.Ordinal) && words[noun].Lemma.Length is > 5 and < 10;

    public WordRange ObjectComplement(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (obj < verb) return IsRelative(obj) ? Complement(verb, words.Child(verb, Deprel.Xcomp, Deprel.Ccomp)) : Passive(verb);
        foreach (var child in words.Children(verb))
        {
            if (child < obj || words[child].Deprel is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj) || child == obj) continue;
            if (behind.IsInfinitive(child)) continue;
            return extent.Cut(verb, BehindCue.After(verb, words.Subtree(obj)).Cover(BehindCue.After(verb, words.Subtree(child))));
        }
        return EndsInMarks(verb, obj);

        // "a speech that Koo called “a rant”": what it is called is what he says.
        WordRange Complement(int v, int complement) => complement > v && !behind.IsInfinitive(complement) ? extent.Cut(v, BehindCue.After(v, words.Subtree(complement))) : default;

        // "the group, called a threat by Seoul"
        WordRange Passive(int v)
        {
            var complement = words.Child(v, Deprel.Xcomp);
            return complement > v && words.Child(v, Deprel.OblAgent) >= 0 && !behind.IsInfinitive(complement) ? BehindCue.After(v, words.Subtree(complement)) : default;
        }
    }

    private bool IsRelative(int word) => word >= 0 && words[word].Xpos is "WDT" or "WP" && words[words.Head(word)].Deprel is Deprel.AclRelcl;

    // "called the move “quite dangerous”" with the words in marks hung on the noun.
    private WordRange EndsInMarks(int verb, int obj)
    {
        var range = BehindCue.After(verb, words.Subtree(obj));
        if (range.Count < 3) return default;
        var span = words.Span(range);
        foreach (var quotation in words.Quotations)
            if (!quotation.Single && quotation.Span.Start > words[obj].Span.Start && span.Contains(quotation.Inner)) return extent.Cut(verb, range);
        return default;
    }

    public WordRange As(int verb, ObjectRole role)
    {
        var marker = -1;
        foreach (var child in words.Children(verb))
            if (child > verb && behind.Marker(child, "as") is var m and >= 0) { marker = m; break; }
        var obj = words.Child(verb, Deprel.Obj);
        if (marker < 0 && obj > verb)
            foreach (var child in words.Children(obj))
                if (child > obj && behind.Marker(child, "as") is var m and >= 0) { marker = m; break; }
        if (marker < 0 || marker <= verb || IsSaying(marker + 1)) return default;
        var end = words.Subtree(words.Head(marker)).End;
        if (obj > verb && obj < marker && role == ObjectRole.Included) return extent.Cut(verb, new(BehindCue.After(verb, words.Subtree(obj)).Start, end));
        return role == ObjectRole.Addressee || IsRelative(obj) || words.Child(verb, Deprel.NsubjPass) >= 0 || words[verb].Xpos == "VBN" ? extent.Cut(verb, new(marker + 1, end)) : default;
    }

    // "cited him as saying that ...": the inner verb has the content.
    private bool IsSaying(int word) => words[word].Xpos == "VBG" && CueVerbs.Entries(words, lexicon, word).Any(e => e.TakesQuote);

    public WordRange PrepositionPhrase(int verb, CueFrame frame)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (frame.Object == ObjectRole.None && obj > verb) return default;
        if (frame.Object != ObjectRole.None && obj < verb && words.Child(verb, Deprel.NsubjPass) < 0) return default;
        foreach (var child in words.Children(verb))
            if (child > verb && behind.Marker(child, frame.Preposition!) is var marker and >= 0 && marker > verb)
                return Content(marker, words.Subtree(child).End);
        if (obj > verb)
            foreach (var child in words.Children(obj))
                if (child > obj && behind.Marker(child, frame.Preposition!) is var marker and >= 0)
                    return Content(marker, words.Subtree(child).End);
        return default;

        WordRange Content(int marker, int end) =>
            frame.Object == ObjectRole.Included && obj > verb && obj < marker
                ? WithTail(verb, new(BehindCue.After(verb, words.Subtree(obj)).Start, end))
                : WithTail(verb, new(marker + 1, end));
    }

    public WordRange PrepositionInfinitive(int verb, string preposition)
    {
        var noun = PrepositionPhrase(verb, new CueFrame(FrameKind.Preposition, ObjectRole.None, preposition, false, ""));
        if (noun.IsEmpty) return default;
        foreach (var child in words.Children(verb))
            if (child > noun.Start && words[child].Deprel is Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp && behind.IsInfinitive(child)) return behind.Extend(verb, noun.Cover(words.Subtree(child)));
        return noun;
    }
}
