using Readout.Events;

namespace Readout.Positions;

/// <summary>One reading of a clause as a holder's position, before it is weighed.</summary>
/// <param name="Signs">What speaks for or against it, as names that <c>positions/weights.tsv</c> weighs.</param>
internal sealed record PositionDraft(Position Position, StanceMatch Match, IReadOnlyList<string> Signs)
{
    /// <summary>Readings of one clause exclude each other unless they come of the same match.</summary>
    public bool Excludes(PositionDraft other) => Match != other.Match && Match.Clause.Sentence == other.Match.Clause.Sentence && Match.Clause.Word == other.Match.Clause.Word;

    /// <summary>The same holder's words, told twice.</summary>
    public bool IsSame(PositionDraft other) => Position.Holder == other.Position.Holder && Covers(Position.Evidence, other.Position.Evidence);

    private static bool Covers(TextSpan a, TextSpan b)
    {
        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return shared * 2 > Math.Min(a.Length, b.Length);
    }
}
