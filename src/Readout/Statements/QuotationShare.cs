namespace Readout.Statements;

/// <summary>How much of some content stands in quotation marks.</summary>
internal static class QuotationShare
{
    public static StatementForm FormOf(ArticleWords words, IReadOnlyList<TextSpan> content)
    {
        int quoted = 0, all = 0;
        foreach (var span in content)
            for (var i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetterOrDigit(words.Text[i])) continue;
                all++;
                if (IsQuoted(words, i)) quoted++;
            }
        return quoted == 0 ? StatementForm.Indirect : quoted == all ? StatementForm.Direct : StatementForm.Mixed;
    }

    private static bool IsQuoted(ArticleWords words, int position)
    {
        foreach (var quotation in words.Quotations)
            if (quotation.Inner.Contains(position)) return true;
        return false;
    }
}
