namespace Readout.Statements;

/// <summary>A cue of the lexicon: a verb, noun or adjective with what may follow it.</summary>
/// <param name="Lemma">As the file writes it, with its particle or fixed object: <c>point out</c>.</param>
/// <param name="Tail">The words behind the head word: <c>out</c>.</param>
internal sealed record CueEntry(string Lemma, IReadOnlyList<string> Tail, StatementAct Act, IReadOnlyList<CueFrame> Frames, Why Why)
{
    public bool Has(FrameKind kind) => Frames.Any(f => f.Kind == kind);

    /// <summary>Reports words of any kind, so that a quotation or an inserted "he said" may hang on it.</summary>
    public bool TakesQuote { get; } = Frames.Any(f => f.Kind == FrameKind.Quote && !f.Attitude);

    /// <summary>The rule that a finding by one of the frames names: the entry's line, the cue and the frame.</summary>
    public Why By(CueFrame frame) => Why with { Rule = $"{Lemma} {frame.Text}" };

    /// <summary>The rule of a finding by the place of the cue beside the words, such as <c>say behind</c>.</summary>
    public Why By(string place) => Why with { Rule = $"{Lemma} {place}" };

    /// <summary>May stand behind or inside the words that it reports: "The talks failed, he said".</summary>
    public bool TakesInsertion { get; } = Frames.Any(f => f.Kind == FrameKind.Inserted) || (Frames.Any(f => f.Kind == FrameKind.Quote && !f.Attitude) && Frames.Any(f => f.Kind == FrameKind.That && !f.Attitude));

    /// <summary>Its object is whom it was said to.</summary>
    public bool HasAddressee { get; } = Frames.Any(f => f.Object == ObjectRole.Addressee);

    /// <summary>May have an object that is said or described: "denied the report".</summary>
    public bool TakesObject { get; } = Frames.Any(f => f.Kind is FrameKind.Object or FrameKind.ObjectComplement);

    public bool TakesClause { get; } = Frames.Any(f => f.Kind == FrameKind.That);
}
