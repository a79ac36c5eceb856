namespace Readout.Pages.Markup;

/// <summary>The body of a page as flat arrays in document order: block elements and the passages of text between their borders.</summary>
internal sealed class PageTree(PageElement[] elements, Passage[] passages)
{
    private readonly double[] prose = Sums(passages);

    public ReadOnlySpan<PageElement> Elements => elements;

    public IReadOnlyList<Passage> Passages => passages;

    /// <summary>Some nesting was deeper than the limit and was cut flat.</summary>
    public bool TooDeep { get; init; }

    /// <summary>Characters of prose in an element's subtree.</summary>
    public double Prose(int element) => prose[elements[element].EndPassage] - prose[elements[element].FirstPassage];

    public bool Holds(int element, int descendant) => element <= descendant && descendant < elements[element].End;

    private static double[] Sums(Passage[] passages)
    {
        var sums = new double[passages.Length + 1];
        for (var i = 0; i < passages.Length; i++) sums[i + 1] = sums[i] + passages[i].Prose;
        return sums;
    }
}
