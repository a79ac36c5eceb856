using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Content that is an infinitive or a gerund: "promised to ...", "urged Seoul to ...", "denied having ...".</summary>
internal sealed class InfinitiveFrame(ArticleWords words, CueLexicon lexicon)
{
    private readonly BehindCue behind = new(words, lexicon);

    public WordRange Infinitive(int verb, ObjectRole role)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb || words[child].Deprel is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl) || !behind.IsInfinitive(child)) continue;
            var range = BehindCue.After(verb, words.Subtree(child));
            var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
            var own = obj > verb && obj < range.Start ? obj : -1;
            // "wants Seoul to act" may be parsed with "Seoul" as the subject of "act".
            if (own < 0 && role != ObjectRole.None && words.Child(child, Deprel.Nsubj) > verb) return role == ObjectRole.Included ? behind.Extend(verb, range) : default;
            if (role == ObjectRole.None && own >= 0) return default;
            if (role != ObjectRole.None && own < 0) continue;
            return behind.Extend(verb, role == ObjectRole.Included ? BehindCue.After(verb, words.Subtree(own)).Cover(range) : range);
        }
        return role == ObjectRole.None ? default : InfinitiveOfObject(verb, role);
    }

    // "urged restraint to ..." and "asked Seoul to ..." with the infinitive hung on the noun.
    private WordRange InfinitiveOfObject(int verb, ObjectRole role)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (obj < verb) return default;
        var clause = words.Child(obj, Deprel.Acl, Deprel.Advcl);
        if (clause < 0 || !behind.IsInfinitive(clause)) return default;
        var whole = BehindCue.After(verb, words.Subtree(obj));
        return behind.Extend(verb, role == ObjectRole.Included ? whole : new(words.Subtree(clause).Start, whole.End));
    }

    public WordRange Gerund(int verb)
    {
        foreach (var child in words.Children(verb))
            if (child > verb && words[child].Xpos == "VBG" && words[child].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj)
                return behind.Extend(verb, BehindCue.After(verb, words.Subtree(child)));
        return default;
    }
}
