using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Where a finding stands: outlet, day, article, span of its text.</summary>
/// <param name="Outlet">The source that the page names, or the host of its address, or the input it came from.</param>
/// <param name="Published">ISO day, null when unknown.</param>
public sealed record Citation(string Article, string Outlet, string? Title, string? Published, string? Url, TextSpan Span)
{
    /// <summary>The columns that <see cref="Read"/> expects, of an article <c>a</c> in its version <c>v</c>.</summary>
    internal const string Columns = "a.id, v.source, v.title, v.published, v.url, v.input";

    internal static Citation Read(Row row, int at, TextSpan span) =>
        new(row.GetString(at), Named(row.Text(at + 1), row.Text(at + 4), row.GetString(at + 5)), row.Text(at + 2), row.Text(at + 3), row.Text(at + 4), span);

    private static string Named(string? source, string? url, string input)
    {
        if (source is not null) return source;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0) return Path.GetFileName(input.Split('#')[0]);
        return address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
    }
}
