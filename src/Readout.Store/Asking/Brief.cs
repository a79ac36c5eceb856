namespace Readout.Store.Asking;

/// <summary>A line of a brief: words of its sources, or words of ours around names that its sources or the office record hold.</summary>
/// <param name="Citations">At least one; several when outlets report the same words.</param>
public sealed record BriefLine(string Text, IReadOnlyList<Citation> Citations)
{
    /// <summary>The words at each of <see cref="Citations"/>, in their order.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Name and office that the dated office record vouches for; null where the line has none.</summary>
    public string? Office { get; init; }
}

public sealed record BriefSection(string Title, IReadOnlyList<BriefLine> Lines);

/// <summary>A short cited brief; sections without lines are left out.</summary>
public sealed record Brief(string Title, IReadOnlyList<BriefSection> Sections, long Articles, long Outlets);
