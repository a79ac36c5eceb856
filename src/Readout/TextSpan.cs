namespace Readout;

/// <summary>A half-open span [Start, End) in UTF-16 code units, in Readout always of <see cref="Pages.Article.Text"/>.</summary>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether a position lies inside.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>Whether the other span lies wholly inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two have a character in common.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The cited characters: evidence is always a slice, never a re-typed string.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>The cited characters as a string of their own.</summary>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>By start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Begins before, or ends before where both begin together.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Not after.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Begins after, or ends after where both begin together.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;

    /// <summary><c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
