using Readout.Store.Printing;

namespace Readout.Store.Watching;

/// <summary>An answer of a watch.</summary>
/// <param name="Key">Changes when there is something new to report: a meeting that is moved is a new entry.</param>
/// <param name="Finding">The event, statement, meeting or demand itself.</param>
public sealed record WatchEntry(string Key, FeedEntry Feed, object Finding);
