namespace Readout.Statements;

/// <summary>A stretch in quotation marks within one block.</summary>
/// <param name="Span">With its marks, as far as they are there.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Block">Index of the block that it stands in.</param>
/// <param name="Runs">The speech runs on into the next block, which opens with a mark of its own.</param>
/// <param name="Single">In single marks: a quotation within a quotation, or one in a headline.</param>
internal readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Block, bool Runs, bool Single);
