using Readout.Pages;

namespace Readout.Syntax;

/// <summary>Finds sentences. Blocks (paragraphs, headings) always end a sentence; within them the ends are found by rule and by a small
/// classifier for ends without a full stop.</summary>
internal sealed class SentenceSplitter
{
    private readonly Tokenizer tokenizer;
    private readonly BoundaryModel boundaries;

    internal SentenceSplitter(Tokenizer tokenizer, BoundaryModel boundaries) => (this.tokenizer, this.boundaries) = (tokenizer, boundaries);

    /// <summary>The sentences of the blocks, in text order; from first to last word, so without surrounding white space.</summary>
    public TextSpan[] Split(string text, IReadOnlyList<Block> blocks)
    {
        var sentences = new List<TextSpan>();
        var tokens = new List<TextSpan>();
        foreach (var block in blocks)
        {
            tokens.Clear();
            tokenizer.AddTokens(text, block.Span, tokens);
            for (var start = 0; start < tokens.Count;)
            {
                var end = End(text, tokens, start);
                sentences.Add(new TextSpan(tokens[start].Start, tokens[end - 1].End));
                start = end;
            }
        }
        return [.. sentences];
    }

    /// <summary>Index after the last word of the sentence that begins at a word.</summary>
    internal int End(string text, List<TextSpan> tokens, int start)
    {
        for (var i = start; i + 1 < tokens.Count; i++)
            if (boundaries.IsEnd(text, tokens, start, i)) return i + 1;
        return tokens.Count;
    }
}
