using Readout.Store.Asking;

namespace Readout.Store.Printing;

/// <summary>A finding as feeds show it.</summary>
/// <param name="Day">ISO 8601 day, month, year or interval on which it lies; null when unknown.</param>
public sealed record FeedEntry(string Id, string Title, string Text, string? Day, string? Place, string Status, Citation Citation);
