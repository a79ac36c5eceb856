namespace Readout.Pages.Markup;

/// <summary>The body of a page as flat arrays in document order: block elements and the passages of text between their borders.</summary>
internal sealed class PageTree(PageElement[] elements, Passage[] passages)
{
    private readonly double[] prose = Sums(passages, p => p.Prose);
    private readonly double[] length = Sums(passages, p => p.Text.Length);
    private readonly double[] links = Sums(passages, p => p.LinkLength);

    public ReadOnlySpan<PageElement> Elements => elements;

    public IReadOnlyList<Passage> Passages => passages;

    /// <summary>Characters of prose in an element's subtree.</summary>
    public double Prose(int element) => prose[elements[element].EndPassage] - prose[elements[element].FirstPassage];

    /// <summary>Share of an element's characters that stand in links.</summary>
    public double LinkShare(int element)
    {
        var (first, end) = (elements[element].FirstPassage, elements[element].EndPassage);
        return length[end] - length[first] is > 0 and var all ? (links[end] - links[first]) / all : 0;
    }

    private static double[] Sums(Passage[] passages, Func<Passage, double> of)
    {
        var sums = new double[passages.Length + 1];
        for (var i = 0; i < passages.Length; i++) sums[i + 1] = sums[i] + of(passages[i]);
        return sums;
    }
}
