namespace Readout.Statements;

/// <summary>Words that name a source, with the word to resolve (the head; of a relative pronoun what it stands for).</summary>
internal readonly record struct SourceWords(TextSpan Span, int Head);

/// <summary>A statement in the making.</summary>
internal sealed record Draft
{
    public required IReadOnlyList<TextSpan> Content { get; init; }

    public SourceWords? Source { get; init; }

    /// <summary>The words of the cue; null where only quotation marks show that somebody speaks.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The head word of the cue; -1 without one.</summary>
    public int CueWord { get; init; } = -1;

    public string Lemma { get; init; } = "";

    public StatementAct Act { get; init; }

    /// <summary>Reports a stance or a state of mind rather than words.</summary>
    public bool Attitude { get; init; }

    /// <summary>The cue is a verb of speech with a clause: "said that".</summary>
    public bool Verbal { get; init; }

    /// <summary>Ends with speech in marks, which the next quotation may continue.</summary>
    public bool Speech { get; init; }

    /// <summary>The layout shows that these are the speaker's own words, though no marks stand around them.</summary>
    public bool Verbatim { get; init; }

    /// <summary>The word that names whom it was said to; -1 if none.</summary>
    public int Addressee { get; init; } = -1;

    public required Why Why { get; init; }

    public int Length => Content.Sum(c => c.Length);
}
