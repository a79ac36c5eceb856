using Readout.Syntax;

namespace Readout.World;

/// <summary>Says whom "he", "she" and "they" mean: the last person that fits, subjects before others, never across a speaker's quotation.</summary>
internal sealed class PronounResolver(Casting casting)
{
    public void Resolve(Parse parse, int sentence)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos != Upos.Pron) continue;
            var lemma = parse[word].Span.In(parse.Text).ToLowerInvariant();
            var gender = lemma switch { "he" or "him" or "his" or "himself" => 'm', "she" or "her" or "hers" or "herself" => 'f', _ => '\0' };
            if (gender == '\0')
            {
                if (lemma is "it" or "its" or "itself" or "they" or "their" or "them" && Body(parse, sentence, word) is { } body) casting.Mention(sentence, word, parse[word].Span, MentionForm.Pronoun, body);
                continue;
            }
            if (Antecedent(parse, sentence, word, gender) is not { } entity) continue;
            casting.Mention(sentence, word, parse[word].Span, MentionForm.Pronoun, entity);
            if (casting.Roles[entity].Gender == '?') casting.Roles[entity].Gender = gender;
        }
    }

    /// <summary>"It" and "they" go back to the subject of an enclosing or earlier clause of the sentence, when it names a state, body or group.</summary>
    private int? Body(Parse parse, int sentence, int word)
    {
        var subject = casting.In(sentence).LastOrDefault(m => m.Span.End <= parse[word].Span.Start && m.Entities.Count == 1
            && parse[m.Head].Deprel is Deprel.Nsubj or Deprel.NsubjPass && casting.Roles[m.Entities[0]].Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Group);
        return subject?.Entities[0];
    }

    private int? Antecedent(Parse parse, int sentence, int word, char gender)
    {
        bool Fits(Role role) => role.Kind == EntityKind.Person && (role.Gender == '?' || role.Gender == gender);
        var here = casting.In(sentence).Where(m => m.Span.End <= parse[word].Span.Start && m.Entities.Count == 1 && Fits(casting.Roles[m.Entities[0]]));
        // Within a sentence the subject of an earlier clause is the likeliest antecedent of a pronoun.
        var subject = here.LastOrDefault(m => parse[m.Head].Deprel is Deprel.Nsubj or Deprel.NsubjPass) ?? here.LastOrDefault();
        if (subject is not null) return subject.Entities[0];
        for (var before = sentence - 1; before >= Math.Max(0, sentence - 3); before--)
            if (casting.In(before).FirstOrDefault(m => m.Entities.Count == 1 && Fits(casting.Roles[m.Entities[0]])) is { } recent) return recent.Entities[0];
        return null;
    }
}
