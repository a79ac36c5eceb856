using Readout.Loading;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Statements;

/// <summary>Finds who said what: parses in, statements out, in text order.</summary>
internal sealed class StatementFinder
{
    private readonly CueLexicon lexicon;

    /// <summary>Reads the cue words. Throws <see cref="KnowledgeException"/> when a file is malformed.</summary>
    public StatementFinder(KnowledgeFolder folder) => lexicon = new CueLexicon(folder);

    /// <param name="times">Time expressions of the article; without them no statement has a date.</param>
    public IReadOnlyList<Statement> Find(Article article, IReadOnlyList<Parse> parses, IReadOnlyList<Entity> entities, IReadOnlyList<TimeExpression>? times = null)
    {
        var words = new ArticleWords(article, parses);
        if (words.Count == 0) return [];
        var drafts = new SpeechReports(words, lexicon).Read(out var open);
        var sieve = new StatementSieve(words, drafts);
        foreach (var label in new TranscriptTurns(words, lexicon).Read().Concat(new LabelReports(words, lexicon).Read())) sieve.Add(label);
        ReadClauses(words, sieve);
        ReadOpenSpeech(words, sieve, open);
        var kept = sieve.Kept().ToList();
        var speakers = new SpeakerFinder(words, lexicon, entities);
        var named = speakers.Speakers(kept);
        var around = new StatementCircumstances(words, lexicon, entities, times ?? []);
        return [.. kept.Select((draft, i) => Statement(words, draft, i, First(named[i]), speakers.Addressees(draft.Addressee)) with { With = [.. named[i].Skip(1)], Via = around.Via(draft, First(named[i])), Date = around.Date(draft) })];
    }

    private static string? First(IReadOnlyList<string> speakers) => speakers.Count > 0 ? speakers[0] : null;

    private void ReadClauses(ArticleWords words, StatementSieve sieve)
    {
        var verbs = new VerbReports(words, lexicon);
        var inserted = new InsertedReports(words, lexicon);
        var phrases = new PhraseReports(words, lexicon);
        var nouns = new NounReports(words, lexicon);
        var documents = new DocumentReports(words);
        for (var word = 0; word < words.Count; word++)
        {
            if (documents.Read(word) is { } document) sieve.AddDocument(document);
            if (phrases.Read(word) is { } phrase) sieve.Add(phrase);
            if (sieve.IsTaken(word)) continue;
            if ((inserted.Read(word) ?? verbs.Read(word) ?? nouns.Read(word)) is { } draft) sieve.Add(draft);
        }
    }

    private void ReadOpenSpeech(ArticleWords words, StatementSieve sieve, IReadOnlyList<Speech> open)
    {
        var reader = new OpenSpeech(words, lexicon);
        foreach (var speech in open)
        {
            if (sieve.Covers(speech.Cover)) continue;
            if (reader.AfterColon(speech) is { } draft) sieve.Add(draft);
            else if (reader.AfterSentence(speech, sieve.Drafts) is { } before) sieve.Replace(before, SpeechReports.Join(before, speech));
        }
        foreach (var quotation in words.Quotations)
        {
            if (quotation.Single || sieve.Covers(quotation.Inner)) continue;
            if (reader.Coordinated(quotation, sieve.Drafts) is { } before) sieve.Replace(before, before with { Content = [.. before.Content.SkipLast(1), before.Content[^1].Cover(quotation.Span)] });
            else if (reader.Bare(quotation) is { } draft) sieve.Add(draft);
        }
    }

    private static Statement Statement(ArticleWords words, Draft draft, int index, string? speaker, IReadOnlyList<string> to) => new()
    {
        Id = $"s{index + 1}",
        Speaker = speaker,
        Source = draft.Source?.Span,
        Cue = draft.Cue is { } cue ? new Cue(cue, draft.Lemma) : null,
        Content = draft.Content,
        Form = draft.Verbatim ? StatementForm.Direct : QuotationShare.FormOf(words, draft.Content),
        Act = draft.Act,
        To = to,
        Why = draft.Why,
    };
}
