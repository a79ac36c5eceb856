namespace Readout.World;

/// <summary>A text cut into runs of letters and digits, which is how names are looked up; punctuation only separates.</summary>
internal sealed class Words
{
    private readonly List<TextSpan> spans = [];

    public Words(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            spans.Add(new TextSpan(start, i));
        }
    }

    public string Text { get; }

    public int Count => spans.Count;

    public int Length => spans.Count;

    public TextSpan this[int index] => spans[index];

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
