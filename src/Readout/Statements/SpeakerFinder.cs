using Readout.Syntax;
using Readout.World;

namespace Readout.Statements;

/// <summary>Leads from the words of a source to the entity that they name.</summary>
internal sealed class SpeakerFinder
{
    private readonly ArticleWords words;
    private readonly CueLexicon lexicon;
    private readonly List<(Mention Mention, Entity Entity)> mentions;
    private readonly List<Entity> named;

    public SpeakerFinder(ArticleWords words, CueLexicon lexicon, IReadOnlyList<Entity> entities)
    {
        this.words = words;
        this.lexicon = lexicon;
        mentions = [.. entities.SelectMany(e => e.Mentions.Select(m => (m, e))).OrderBy(p => p.m.Span)];
        named = [.. entities.Where(e => e.Kind is EntityKind.Person or EntityKind.Organisation)];
    }

    /// <summary>The speakers of drafts, in the order of the drafts: several who speak together, the one named first before the others; nobody where the source is unnamed or unknown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Speakers(IReadOnlyList<Draft> drafts)
    {
        var found = new IReadOnlyList<string>[drafts.Count];
        Array.Fill(found, []);
        (int Block, Entity Speaker)? last = null, lastBody = null;
        foreach (var i in Enumerable.Range(0, drafts.Count).OrderBy(i => drafts[i].Cue?.Start ?? drafts[i].Content[0].Start))
        {
            if (drafts[i].Source is not { } source) continue;
            var block = words.BlockAt(source.Span.Start);
            var entity = Entity(source);
            if (IsPersonalPronoun(source) && last is { } near && block - near.Block <= 1 && !NamedBefore(entity, source) && !IsOtherwise(near.Speaker, source)) entity = near.Speaker;
            else if (source.Span.Of(words.Text) is "it" or "It" && (entity is null || entity.Kind is EntityKind.Person))
                entity = lastBody is { } body && block - body.Block <= 1 ? body.Speaker : BodyBefore(source);
            found[i] = entity is null ? [] : [entity.Id, .. Beside(entity, source)];
            if (entity?.Kind is EntityKind.Person) last = (block, entity);
            else if (entity is not null) lastBody = (block, entity);
        }
        for (var i = 0; i < found.Length; i++)
            if (found[i].Count == 0 && IsFirstPerson(drafts[i].Source)) found[i] = Around(drafts, found, i);
        return found;
    }

    private bool IsFirstPerson(SourceWords? source) => source is { } first && first.Span.Of(words.Text) is "I" or "we" or "We" or "my" or "our" or "My" or "Our";

    // "I know that ..." within somebody's words: the innermost whose speaker is told.
    private static IReadOnlyList<string> Around(IReadOnlyList<Draft> drafts, IReadOnlyList<string>[] found, int inner)
    {
        IReadOnlyList<string> best = [];
        var length = int.MaxValue;
        for (var i = 0; i < drafts.Count; i++)
            foreach (var content in drafts[i].Content)
                if (i != inner && found[i].Count > 0 && content.Length < length && content.Contains(drafts[inner].Source!.Value.Span)) (best, length) = (found[i], content.Length);
        return best;
    }

    public IReadOnlyList<string> Addressees(int word)
    {
        if (word < 0) return [];
        var span = words.Span(words.Subtree(word));
        return [.. mentions.Where(p => p.Mention.Span.Contains(words[word].Span) && span.Overlaps(p.Mention.Span)).Select(p => p.Entity.Id).Distinct()];
    }

    // "They", "Both leaders" name several; "Putin and Trump said" coordinates them.
    private List<string> Beside(Entity speaker, SourceWords source)
    {
        var head = words[source.Head].Span;
        var mention = mentions.Where(p => p.Entity == speaker && p.Mention.Span.Overlaps(head)).Select(p => (Mention?)p.Mention).FirstOrDefault();
        var others = mention is null ? [] : mentions.Where(p => p.Mention == mention && p.Entity != speaker).Select(p => p.Entity.Id).ToList();
        foreach (var child in words.Children(source.Head))
            if (words[child].Deprel is Deprel.Conj && source.Span.Contains(words[child].Span) && Best(words.Span(words.Subtree(child)), words[child].Span) is { Kind: EntityKind.Person or EntityKind.State or EntityKind.Organisation } other && other != speaker) others.Add(other.Id);
        return [.. others.Distinct()];
    }

    private Entity? Entity(SourceWords source)
    {
        var head = words[source.Head].Span;
        var best = Best(source.Span, head);
        if (Author(source) is { } author) return author;
        if (IsUnnamed(source) && !IsKnown(best, head)) return IsVoice(source.Head) ? Body(source) : null;
        if (best?.Kind is EntityKind.Person) return best;
        if (best is not null && IsBehindAnother(best, source)) best = null;
        if (best?.Kind is EntityKind.State) return best;
        return Namesake(source) ?? best ?? (source.Span.Contains(head) ? null : Best(words.Span(words.Subtree(source.Head)), head));
    }

    // "a tweet by Pompeo", "a student named Wong".
    private Entity? Author(SourceWords source)
    {
        if (words[source.Head].Upos is not Upos.Noun) return null;
        foreach (var child in words.Children(source.Head))
        {
            if (child < source.Head || !source.Span.Contains(words[child].Span)) continue;
            var marker = words.Child(child, Deprel.Case);
            if ((words[child].Deprel is Deprel.Nmod or Deprel.Obl && marker >= 0 && words.Is(marker, "by")) || (words[child].Deprel is Deprel.Acl && words.Is(child, "named")))
                return words[child].Deprel is Deprel.Acl ? PersonIn(words.Span(words.Subtree(child))) : Best(words.Span(words.Subtree(child)), words[child].Span);
        }
        return null;
    }

    private Entity? PersonIn(TextSpan span) => mentions.FirstOrDefault(p => p.Entity.Kind is EntityKind.Person && p.Mention.Form is MentionForm.Name && span.Contains(p.Mention.Span)).Entity;

    // "an Interpol spokesperson" speaks for Interpol, whoever he is.
    private bool IsVoice(int head) => words[head].Upos is Upos.Noun && lexicon.Is(CueWordRole.Spokesperson, words[head].Lemma);

    private Entity? Body(SourceWords source) =>
        mentions.FirstOrDefault(p => source.Span.Contains(p.Mention.Span) && p.Mention.Form is MentionForm.Name && p.Entity.Kind is EntityKind.Organisation or EntityKind.Group or EntityKind.State).Entity;

    // "the analyst" of whom the article gave the name.
    private static bool IsKnown(Entity? entity, TextSpan head) =>
        entity is { Kind: EntityKind.Person } && entity.Mentions.Any(m => m.Form is MentionForm.Name) && entity.Mentions.Any(m => m.Form is MentionForm.Description && m.Span.Contains(head));

    // "Jane Roe of the Peace Institute", "the director at the Commission": the body stands behind whoever speaks.
    private bool IsBehindAnother(Entity entity, SourceWords source)
    {
        var mention = entity.Mentions.First(m => m.Span.Overlaps(source.Span));
        var first = words.FirstAt(source.Span.Start);
        for (var i = first; i < words.Count && words[i].Span.End <= mention.Span.Start; i++)
            if (words[i].Upos is Upos.Adp || words.Is(i, ",")) return true;
        return false;
    }

    // "a photo which, it said, ...": the first body that the sentence names.
    private Entity? BodyBefore(SourceWords source)
    {
        var sentence = words.SentenceSpan(words.Sentence(source.Head));
        return mentions.FirstOrDefault(p => sentence.Contains(p.Mention.Span) && p.Mention.Span.End <= source.Span.Start && p.Entity.Kind is EntityKind.Organisation or EntityKind.State or EntityKind.Group).Entity;
    }

    private bool IsPersonalPronoun(SourceWords source) => source.Span.Of(words.Text) is "he" or "she" or "He" or "She";

    // "She" is nobody whom the article calls "he".
    private bool IsOtherwise(Entity speaker, SourceWords source)
    {
        var isShe = source.Span.Of(words.Text) is "she" or "She";
        foreach (var mention in speaker.Mentions.Where(m => m.Form is MentionForm.Pronoun))
            if (mention.Span != source.Span && mention.Span.Of(words.Text) is var form && (isShe ? form is "he" or "He" or "his" or "His" or "him" : form is "she" or "She" or "her" or "Her")) return true;
        return false;
    }

    // "... as Blinken arrived in Tokyo, where he said": the name in the same sentence wins over the last speaker.
    private bool NamedBefore(Entity? entity, SourceWords source)
    {
        if (entity is null) return false;
        var sentence = words.SentenceSpan(words.Sentence(source.Head));
        return entity.Mentions.Any(m => m.Form is MentionForm.Name && sentence.Contains(m.Span) && m.Span.End <= source.Span.Start);
    }

    private bool IsUnnamed(SourceWords source)
    {
        var range = words.WordsIn(source.Span);
        if (range.IsEmpty) return false;
        if (range.Contains(source.Head) && words[source.Head].Upos is Upos.Noun && words.Child(source.Head, Deprel.Appos, Deprel.Flat) < 0
            && lexicon.Is(CueWordRole.Unnamed, words.Form(range.Start))) return true;
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Upos is Upos.Propn && words[i].Deprel is not (Deprel.Nmod or Deprel.Compound)) return false;
        if (lexicon.Is(CueWordRole.Unnamed, words.Form(range.Start)) || (range.Count == 1 && words[range.Start].Xpos == "NNS" && !words.Is(range.Start, "police"))) return true;
        if (!range.Contains(source.Head) || !lexicon.Anonymous.Contains(words[source.Head].Lemma)) return false;
        return words[source.Head].Xpos == "NN" || !SaysWhose(range);
    }

    // "Turkish officials", "AKP lawmakers", "Seoul's envoys", "members of opposition parties".
    private bool SaysWhose(WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (char.IsUpper(words.Form(i)[0]) && (i > range.Start || words[i].Xpos is "JJ" or "NNP" or "NNPS") || words[i].Deprel is Deprel.Nmod or Deprel.NmodPoss) return true;
        return false;
    }

    // A surname alone, where the names of the article hold one person of that name.
    private Entity? Namesake(SourceWords source)
    {
        var range = words.WordsIn(source.Span);
        for (var i = range.End - 1; i >= range.Start; i--)
        {
            if (!char.IsUpper(words.Form(i)[0]) || words[i].Upos is Upos.Pron || IsPossessor(words[i].Span)) continue;
            var form = words.Form(i).ToString();
            // Labels of transcripts are set in capitals: "SECRETARY BLINKEN".
            var letters = form.Any(char.IsLower) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
            var found = named.Where(p => p.Name.Split(' ') is { Length: > 0 } name && (p.Kind is EntityKind.Person ? name.Contains(form, letters) : name[^1] == form && range.Count <= 3 && i == range.End - 1)).Take(3).ToList();
            if (found.Count > 1) found.RemoveAll(p => !p.Name.Contains(' '));
            if (found.Count == 1) return found[0];
        }
        return null;
    }

    private bool IsPossessor(TextSpan name)
    {
        var range = words.WordsIn(name);
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Deprel is Deprel.NmodPoss) return true;
        return range.End < words.Count && words[range.End].Xpos == "POS";
    }

    // A mention over the head word names the source; else a person named inside it ("Pentagon chief Lloyd Austin").
    private Entity? Best(TextSpan source, TextSpan head)
    {
        Entity? best = null;
        var bestScore = 0;
        foreach (var (mention, entity) in mentions)
        {
            if (!mention.Span.Overlaps(source)) continue;
            var score = Score(mention, entity, source, head);
            if (score > bestScore) (best, bestScore) = (entity, score);
        }
        return best;
    }

    private int Score(Mention mention, Entity entity, TextSpan source, TextSpan head)
    {
        var covers = mention.Span.Overlaps(head);
        // "Johnson's critics" are not Johnson, "Merkel's spokesman, Steffen Seibert," is not Merkel.
        if (!covers && IsPossessor(mention.Span)) return 0;
        if (!covers && !(entity.Kind is EntityKind.Person && mention.Form is MentionForm.Name && source.Contains(mention.Span))) return 0;
        return (covers ? 8 : 1) + (entity.Kind is EntityKind.Person ? 4 : 0) + (mention.Form is MentionForm.Name ? 2 : 0) + (source.Contains(mention.Span) ? 1 : 0);
    }
}
