using Microsoft.AspNetCore.Http;

namespace Readout.Web.Doors;

/// <summary>Every page's address with an ending gives the same thing to a program.</summary>
internal static class Twins
{
    public static IReadOnlyList<string> Formats { get; } = ["json", "jsonl", "csv", "ics", "atom"];

    /// <summary>The address of the page: the path without the ending.</summary>
    public static string PageOf(PathString path)
    {
        var text = path.Value ?? "/";
        var dot = text.LastIndexOf('.');
        return dot > 0 && Formats.Contains(text[(dot + 1)..]) ? text[..dot] is var page && page == "/today" ? "/" : page : text;
    }
}
