namespace Readout.Statements;

/// <summary>How a statement's words stand in the text.</summary>
public enum StatementForm
{
    /// <summary>All in quotation marks, or a turn of a transcript.</summary>
    Direct,

    /// <summary>In the writer's words.</summary>
    Indirect,

    /// <summary>Partly in quotation marks.</summary>
    Mixed,
}

/// <summary>The words that attribute: "said", "in a statement".</summary>
public readonly record struct Cue(TextSpan Span, string Lemma);

/// <summary>Who said (or wrote, announced, denied ...) what.</summary>
public sealed record Statement
{
    /// <summary><c>s1</c>, <c>s2</c> ... in text order.</summary>
    public required string Id { get; init; }

    /// <summary>Id of an entity; null when the source is unnamed ("analysts say") or none is given.</summary>
    public string? Speaker { get; init; }

    /// <summary>Ids of those who said it together with the speaker, who is the one named first ("Putin and Trump agreed that ...").</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>The words that name the source.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>The words that attribute; null in transcripts and where only quotation marks tell.</summary>
    public Cue? Cue { get; init; }

    /// <summary>Exact content, in pieces where the attribution stands between.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>How its words stand in the text.</summary>
    public required StatementForm Form { get; init; }

    /// <summary>What the speaker does by it, as the cue tells: asserts, demands, denies.</summary>
    public StatementAct Act { get; init; }

    /// <summary>Entities that it was said to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Entities that carried it ("in a statement carried by KCNA").</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>ISO 8601; null when the text does not tell.</summary>
    public string? Date { get; init; }

    /// <summary>The rule that found it.</summary>
    public required Why Why { get; init; }
}
