namespace Readout.Statements;

/// <summary>Looks beside a cue verb for content that one of its frames allows.</summary>
internal sealed class FrameMatcher(ArticleWords words, CueLexicon lexicon)
{
    private readonly ClauseFrame clauses = new(words, lexicon);
    private readonly InfinitiveFrame infinitives = new(words, lexicon);
    private readonly NounFrame nouns = new(words, lexicon);

    /// <summary>The content's words behind the verb, or an empty range.</summary>
    public WordRange Match(int verb, CueEntry entry, CueFrame frame) => frame.Kind switch
    {
        FrameKind.That => clauses.Clause(verb, entry, question: false),
        FrameKind.Question => clauses.Clause(verb, entry, question: true),
        FrameKind.Infinitive => infinitives.Infinitive(verb, frame.Object),
        FrameKind.Gerund => infinitives.Gerund(verb),
        FrameKind.Object => nouns.ObjectPhrase(verb),
        FrameKind.ObjectComplement => nouns.ObjectComplement(verb),
        FrameKind.As => nouns.As(verb, frame.Object),
        FrameKind.Preposition => nouns.PrepositionPhrase(verb, frame),
        FrameKind.PrepositionInfinitive => nouns.PrepositionInfinitive(verb, frame.Preposition!),
        _ => default,
    };
}
