using Readout.Store.Asking;

namespace Readout.Store.Printing;

/// <summary>A finding as feeds show it.</summary>
public sealed record FeedEntry(string Id, string Title, string Text, Citation Citation);
