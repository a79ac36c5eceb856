using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Which lexicon entries a verb of the text can stand for.</summary>
internal static class CueVerbs
{
    // "made it clear", "spelled it out": this many words may stand inside a cue of several words.
    private const int MaximumGap = 2;

    public static IEnumerable<CueEntry> Entries(ArticleWords words, CueLexicon lexicon, int verb)
    {
        ref readonly var token = ref words[verb];
        if (token.Upos is not Upos.Verb && !token.Xpos.StartsWith("VB", StringComparison.Ordinal)) return [];
        var entries = lexicon.Verbs(token.Lemma.ToLowerInvariant());
        if (entries.Count == 0 && token.Xpos is "VBD" or "VBN" or "VBZ" or "VBG") entries = BaseForms.Find(words.Form(verb).ToString().ToLowerInvariant(), lexicon.Verbs) ?? [];
        return entries.Count == 0 ? [] : entries.Where(e => e.Tail.Count == 0 || Tail(words, verb, e) > verb);
    }

    /// <summary>The word behind the cue's last word; -1 if the cue's other words are not there.</summary>
    public static int Tail(ArticleWords words, int verb, CueEntry entry)
    {
        var at = verb + 1;
        foreach (var word in entry.Tail)
        {
            var found = -1;
            for (var i = at; i <= at + MaximumGap && i < words.Count; i++)
            {
                if (words.Is(i, word) || words[i].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase)) { found = i; break; }
                if (words.IsPunctuation(i)) break;
            }
            if (found < 0) return -1;
            at = found + 1;
        }
        return at;
    }
}
