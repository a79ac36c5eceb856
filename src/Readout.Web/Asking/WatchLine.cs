using Readout.Store.Printing;

namespace Readout.Web.Asking;

/// <summary>An answer of a watch, and whether it is news.</summary>
/// <param name="Key">By which <c>POST /watch</c> notes that somebody has looked at it.</param>
public sealed record WatchLine(string Key, bool IsNew, FeedEntry Entry);
