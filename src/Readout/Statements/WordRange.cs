namespace Readout.Statements;

/// <summary>A half-open range of words of an article.</summary>
internal readonly record struct WordRange(int Start, int End)
{
    public bool IsEmpty => End <= Start;

    public int Count => End - Start;

    public bool Contains(int word) => Start <= word && word < End;

    public WordRange Cover(WordRange other) => IsEmpty ? other : other.IsEmpty ? this : new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
