namespace Readout.Pages.About;

/// <summary>The day of publication with where it came from.</summary>
internal readonly record struct Publication(DateOnly? Day, PublishedFrom From)
{
    public static readonly Publication Unknown = new(null, PublishedFrom.Unknown);
}
