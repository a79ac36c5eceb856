namespace Readout.Pages.Html;

internal enum DrawingStep : byte
{
    Inside,
    End,
    Outside,
}

/// <summary>Follows the tags of an <c>svg</c> element to its end (13.2.6.5, foreign content, without building it).</summary>
internal struct Drawing()
{
    private readonly ushort[] inside = new ushort[256];
    private int depth = 1;
    private int inner;

    /// <summary>What the next tag or text means to the drawing.</summary>
    /// <param name="open">The elements that the drawing stands in: their end tags end it.</param>
    public DrawingStep Take(Tokenizer tokens, OpenElements open)
    {
        if (tokens.Kind == TokenKind.EndTag) return Close(tokens.Tag, open);
        if (tokens.Kind != TokenKind.StartTag || tokens.Tag == Tag.Unknown) return DrawingStep.Inside;
        if (inner == 0 && tokens.Tag.Is(Traits.EndsDrawing)) return DrawingStep.Outside;
        if (tokens.SelfClosing || tokens.Tag.Is(Traits.Void)) return DrawingStep.Inside;
        if (inside[(int)tokens.Tag] < ushort.MaxValue) inside[(int)tokens.Tag]++;
        if (tokens.Tag == Tag.Svg) depth++;
        if (HoldsHtml(tokens.Tag)) inner++;
        return DrawingStep.Inside;
    }

    private DrawingStep Close(Tag tag, OpenElements open)
    {
        if (tag == Tag.Unknown) return DrawingStep.Inside;
        if (tag == Tag.Svg && --depth == 0) return DrawingStep.End;
        if (inside[(int)tag] == 0) return open.Has(tag) ? DrawingStep.Outside : DrawingStep.Inside;
        inside[(int)tag]--;
        if (HoldsHtml(tag)) inner--;
        return DrawingStep.Inside;
    }

    private static bool HoldsHtml(Tag tag) => tag is Tag.ForeignObject or Tag.Desc or Tag.Title;
}
