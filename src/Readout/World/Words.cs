namespace Readout.World;

/// <summary>A text cut into runs of letters and digits, which is how names are looked up; punctuation only separates.</summary>
internal sealed class Words
{
    private readonly List<TextSpan> spans = [];
    private readonly string folded;

    public Words(string text)
    {
        Text = text;
        folded = Fold.Text(text);
        for (var at = 0; Next(text, ref at) is { Length: > 0 } word;) spans.Add(word);
    }

    public string Text { get; }

    public int Count => spans.Count;

    public int Length => spans.Count;

    public TextSpan this[int index] => spans[index];

    /// <summary>The letters of a word as names are compared.</summary>
    public ReadOnlySpan<char> Folded(int index) => spans[index].Of(folded);

    /// <summary>The next word at or after a position, which then stands behind it; empty when there is none.</summary>
    public static TextSpan Next(string text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        var start = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return new TextSpan(start, at);
    }

    /// <summary>May words <paramref name="index"/> and the one before it belong to one name?</summary>
    public bool Joined(int index)
    {
        var gap = Text.AsSpan(spans[index - 1].End, spans[index].Start - spans[index - 1].End);
        if (gap.Length > 3) return false;
        foreach (var c in gap)
            if (c is not (' ' or '-' or '.' or '\'' or '’' or '&' or '/' or '\u00A0' or '\u2010' or '\u2011' or '(' or ')')) return false;
        return true;
    }

    /// <summary>Index of the first word that starts at or after a position.</summary>
    public int At(int position)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
