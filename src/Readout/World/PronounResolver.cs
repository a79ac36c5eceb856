using Readout.Statements;
using Readout.Syntax;

namespace Readout.World;

/// <summary>
/// Says whom "he", "she", "it" and "they" mean: of those of the sentence and the three before it that fit, the one most spoken
/// of: subjects before others, the near before the far, the names of the text before those inside somebody's words.
/// </summary>
internal sealed class PronounResolver(Casting casting, NameWords words, IReadOnlyList<Quotation> quotations)
{
    // Tuned by reading: an object of this sentence yields to the subject of the one before.
    private const double Subject = 3, PerSentence = 1.5, First = 0.5, Owner = -1.5, Quoted = -6, Outside = -4, Often = 0.1;

    // So far ahead of the next, the pronoun tells the gender of the name.
    private const double Sure = 2;

    private const int Reach = 3;

    public void Resolve(Parse parse, int sentence)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos != Upos.Pron) continue;
            var form = parse[word].Span.In(parse.Text).ToLowerInvariant();
            var gender = form switch { "he" or "him" or "his" or "himself" => 'm', "she" or "her" or "hers" or "herself" => 'f', _ => '\0' };
            if (form is "they" or "their" or "them" && Several(parse, sentence, word) is { Count: > 1 } several)
            {
                casting.Mention(sentence, word, parse[word].Span, MentionForm.Pronoun, several);
                continue;
            }
            var entity = gender != '\0' ? Person(parse, sentence, word, gender, ref gender)
                : form is "it" or "its" or "itself" or "they" or "their" or "them" ? Body(parse, sentence, word) : null;
            if (entity is not { } found) continue;
            casting.Mention(sentence, word, parse[word].Span, MentionForm.Pronoun, found);
            if (gender != '\0' && casting.Roles[found].Gender == '?') casting.Roles[found].Gender = gender;
        }
    }

    /// <summary>"It" and "they" go back to the subject of an enclosing or earlier clause of the sentence, when it names a state, body or group.</summary>
    private int? Body(Parse parse, int sentence, int word)
    {
        var here = casting.In(sentence);
        for (var i = here.Count - 1; i >= 0; i--)
            if (here[i].Span.End <= parse[word].Span.Start && here[i].Entities.Count == 1 && IsSubject(parse, here[i].Head)
                && casting.Roles[here[i].Entities[0]].Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Group && (!parse[word].Lemma.Equals("it", StringComparison.OrdinalIgnoreCase) || parse[here[i].Head].Xpos is not ("NNS" or "NNPS"))) return here[i].Entities[0];
        return null;
    }

    // Sentences back to those of whom a plural pronoun speaks.
    private const int PluralReach = 2;

    /// <summary>"They" after "Putin and Trump discussed ...", "The two leaders ...": the nearest subject that is several persons or states, unless a subject that is one body or group is nearer.</summary>
    private IReadOnlyList<int> Several(Parse parse, int sentence, int word)
    {
        for (var s = sentence; s >= Math.Max(0, sentence - PluralReach); s--)
        {
            var subjects = casting.In(s).Where(m => (s < sentence || m.Span.End <= parse[word].Span.Start) && IsOwnSubject(casting.Parses[s], m.Head)).ToList();
            if (s == sentence) subjects.Reverse();
            foreach (var subject in subjects)
            {
                if (subject.Entities.Count > 1) return subject.Entities;
                if (Together(subject) is { Count: > 1 } together) return together;
                if (casting.Roles[subject.Entities[0]].Kind is EntityKind.Group or EntityKind.Organisation || (s == sentence && casting.Roles[subject.Entities[0]].Kind == EntityKind.State)) return [];
            }
        }
        return [];
    }

    private static bool IsOwnSubject(Parse parse, int head) => parse[head].Deprel is Deprel.Nsubj or Deprel.NsubjPass;

    // A name with those coordinated to it.
    private List<int> Together(CastMention first)
    {
        var parse = casting.Parses[first.Sentence];
        var all = new List<int>(first.Entities);
        foreach (var child in parse.Children(first.Head))
            if (parse[child].Deprel == Deprel.Conj) Add(child);
        // "Biden spoke with Ruto", "The president received the chancellor".
        if (all.Count == 1 && casting.Roles[all[0]].Kind == EntityKind.Person && parse[first.Head].Head is var verb and >= 0)
            foreach (var child in parse.Children(verb))
                if (child > verb && (parse[child].Deprel == Deprel.Obl ? IsWith(parse, child) : parse[child].Deprel == Deprel.Obj && words.IsMeeting(parse[verb].Lemma))) Add(child);
        return all;

        void Add(int word)
        {
            if (casting.In(first.Sentence).FirstOrDefault(m => m.Head == word) is { Entities: [var other] } && casting.Roles[other].Kind is EntityKind.Person or EntityKind.State && !all.Contains(other)) all.Add(other);
        }
    }

    private static bool IsWith(Parse parse, int word)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel == Deprel.Case) return parse[child].Lemma is "with";
        return false;
    }

    private int? Person(Parse parse, int sentence, int word, char gender, ref char learnt)
    {
        (int Entity, double Score)? best = null, second = null;
        var quoted = QuotationAt(parse[word].Span.Start);
        for (var back = 0; back <= Reach && sentence - back >= 0; back++)
        {
            var first = true;
            foreach (var mention in casting.In(sentence - back))
            {
                if (back == 0 && (mention.Span.End > parse[word].Span.Start || IsLocal(parse, mention, word))) continue;
                if (mention.Entities.Count != 1 || !Fits(casting.Roles[mention.Entities[0]], gender)) continue;
                var score = Score(mention, back, first, quoted) + Math.Min(5, casting.Roles[mention.Entities[0]].Mentions.Count) * Often;
                first = false;
                // Of two that are even within a sentence, the later subject of this one, the first name of those before.
                if (best is null || score > best.Value.Score || (score == best.Value.Score && back == 0)) (best, second) = ((mention.Entities[0], score), best?.Entity == mention.Entities[0] ? second : best);
                else if (mention.Entities[0] != best.Value.Entity && (second is null || score > second.Value.Score)) second = (mention.Entities[0], score);
            }
        }
        if (best is { } likeliest && second is { } next && likeliest.Score - next.Score < Sure) learnt = '\0';
        return best?.Entity;
    }

    private double Score(CastMention mention, int back, bool first, Quotation? pronoun)
    {
        var parse = casting.Parses[mention.Sentence];
        var score = -PerSentence * back;
        if (IsSubject(parse, mention.Head)) score += Subject;
        else if (IsOwner(parse, mention)) score += Owner;
        if (first) score += First;
        var quotation = QuotationAt(mention.Span.Start);
        if (quotation is not null && quotation != pronoun) score += Quoted;
        // Nobody is "he" in his own words.
        if (quotation is null && pronoun is not null) score += Outside;
        return score;
    }

    private static bool Fits(Role role, char gender) => role.Kind == EntityKind.Person && (role.Gender == '?' || role.Gender == gender);

    private static bool IsSubject(Parse parse, int head)
    {
        // "Smith and Jones", "the ambassador, Omar Khan": the second hangs on the first.
        while (parse[head].Deprel is Deprel.Conj or Deprel.Flat or Deprel.Appos && parse[head].Head >= 0) head = parse[head].Head;
        return parse[head].Deprel is Deprel.Nsubj or Deprel.NsubjPass;
    }

    // "Biden's former aide", "the Trump administration", "the Kim Kardashian of Pakistan".
    private static bool IsOwner(Parse parse, CastMention mention)
    {
        if (parse[mention.Head].Deprel is Deprel.NmodPoss or Deprel.Compound) return true;
        foreach (var child in parse.Children(mention.Head))
            if (parse[child].Deprel == Deprel.Det && parse[child].Span.End + 2 >= mention.Span.Start) return true;
        return false;
    }

    /// <summary>
    /// May a name of the sentence not be the pronoun's because of where it stands: an object beside the pronoun as subject,
    /// or within a clause whose unsaid subject is the pronoun ("Speaking to Martin Smith, he said").
    /// </summary>
    private static bool IsLocal(Parse parse, CastMention mention, int pronoun)
    {
        if (!IsSubject(parse, pronoun)) return parse[mention.Head].Head == parse[pronoun].Head && IsSubject(parse, mention.Head) && parse[pronoun].Deprel is Deprel.Obj or Deprel.Iobj;
        var verb = parse[pronoun].Head;
        for (var at = mention.Head; at >= 0 && at != verb; at = parse[at].Head)
        {
            if (parse[at].Head != verb) continue;
            if (parse[at].Deprel is Deprel.Obl or Deprel.Obj or Deprel.Iobj) return parse[at].Span.Start > parse[verb].Span.Start || at == mention.Head;
            return parse[at].Deprel == Deprel.Advcl && parse.Child(at, Deprel.Nsubj) < 0 && parse.Child(at, Deprel.NsubjPass) < 0;
        }
        return false;
    }

    private Quotation? QuotationAt(int position)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }
        for (var i = low - 1; i >= Math.Max(0, low - 3); i--)
            if (!quotations[i].Single && quotations[i].Span.Contains(new TextSpan(position, position))) return quotations[i];
        return null;
    }
}
