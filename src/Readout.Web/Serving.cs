using Readout.Store.Adding;
using Readout.Store.Printing;

namespace Readout.Web;

/// <summary>What the caller of <c>serve</c> settles: which record, which door, and how pages are added.</summary>
public sealed record Serving
{
    public required string Store { get; init; }

    /// <summary>Folder of the knowledge files, for the codebook.</summary>
    public required string Knowledge { get; init; }

    public string Host { get; init; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; } = 8321;

    /// <summary>Whoever shows it may write.</summary>
    public required string Token { get; init; }

    /// <summary>Reads what came in and keeps it. Called by one request at a time.</summary>
    public required Func<Incoming, CancellationToken, Intake> Add { get; init; }

    public required RecordShapes Shapes { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called with the address when the door is open.</summary>
    public Action<Uri> Opened { get; init; } = _ => { };
}

/// <summary>A page that somebody hands in: an address to fetch, or bytes with a name.</summary>
/// <param name="Name">What the input is called in the record; the address itself when there are no bytes.</param>
/// <param name="Published">Day of publication where the page has none of its own.</param>
public sealed record Incoming(string Name, byte[]? Bytes, string? Url = null, string? Source = null, DateOnly? Published = null);

/// <summary>What became of an <see cref="Incoming"/>.</summary>
/// <param name="Problems">Why something could not be read, in plain words.</param>
public sealed record Intake(IReadOnlyList<Added> Articles, IReadOnlyList<string> Problems);
