namespace Readout.Statements;

/// <summary>What one voice says in marks without a break: one quotation, or several that run on over blocks.</summary>
internal sealed record Speech(IReadOnlyList<Quotation> Parts)
{
    public Quotation First => Parts[0];

    public Quotation Last => Parts[^1];

    public TextSpan Cover => First.Span.Cover(Last.Span);

    /// <summary>Joins quotations that run on into the next block. Quotations inside others stay out.</summary>
    public static IReadOnlyList<Speech> Join(IReadOnlyList<Quotation> quotations)
    {
        var found = new List<Speech>();
        var parts = new List<Quotation>();
        var end = 0;
        foreach (var quotation in quotations)
        {
            if (quotation.Span.Start < end) continue;
            if (parts.Count > 0 && !(parts[^1].Runs && quotation.Block == parts[^1].Block + 1)) Finish();
            parts.Add(quotation);
            end = quotation.Span.End;
        }
        Finish();
        return found;

        void Finish()
        {
            if (parts.Count > 0) found.Add(new Speech([.. parts]));
            parts.Clear();
        }
    }
}
