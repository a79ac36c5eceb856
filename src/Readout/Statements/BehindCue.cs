using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Words behind a cue verb: what the frames of all kinds have in common.</summary>
internal sealed class BehindCue(ArticleWords words, CueLexicon lexicon)
{
    private readonly ClauseExtent extent = new(words, lexicon);

    /// <summary>The part of a range behind the verb.</summary>
    public static WordRange After(int verb, WordRange range) => range.End <= verb + 1 ? default : new(Math.Max(range.Start, verb + 1), range.End);

    /// <summary>The range with what hangs on the verb directly behind it: "said he would leave on Friday".</summary>
    public WordRange Extend(int verb, WordRange range)
    {
        if (range.IsEmpty) return range;
        var end = range.End;
        foreach (var child in words.Children(verb))
        {
            if (child < end) continue;
            var next = words.Subtree(child);
            if (next.Start != end || words[child].Deprel is Deprel.Punct or Deprel.Conj or Deprel.Parataxis or Deprel.Cc) break;
            end = next.End;
        }
        return extent.Cut(verb, new(range.Start, end));
    }

    public bool IsInfinitive(int verb)
    {
        foreach (var child in words.Children(verb))
            if (child < verb && words[child].Deprel is Deprel.Mark && words.Is(child, "to")) return true;
        return words.Is(verb - 1, "to") && words[verb].Xpos == "VB";
    }

    public bool IsQuestion(int word)
    {
        if (words[word].Deprel is Deprel.Case && word + 1 < words.Count) word++;
        return lexicon.Is(CueWordRole.Question, words.Form(word));
    }

    /// <summary>The preposition or mark of a word, if it is this one; else -1.</summary>
    public int Marker(int word, string form)
    {
        foreach (var child in words.Children(word))
            if (child < word && words[child].Deprel is Deprel.Case or Deprel.Mark or Deprel.Advmod && words.Is(child, form)) return child;
        return -1;
    }
}
