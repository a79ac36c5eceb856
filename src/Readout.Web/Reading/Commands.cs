using Readout.Web.Asking;

namespace Readout.Web.Reading;

/// <summary>The same result elsewhere: the exact command line, curl, R and Python.</summary>
public static class Commands
{
    // Parameters of addresses with the options of the command line.
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["about"] = "--about",
        ["from"] = "--from",
        ["to"] = "--to",
        ["as_of"] = "--as-of",
        ["type"] = "--type",
        ["place"] = "--place",
        ["status"] = "--status",
        ["limit"] = "--limit",
        ["kind"] = "--kind",
    };

    public static string Line(Asked asked, string store)
    {
        var search = asked["q"] is not null;
        var actors = asked.Actors.Select(a => search ? $" --actor {Quoted(a)}" : " " + Quoted(a));
        var options = asked.Given.Where(g => Options.ContainsKey(g.Key)).Select(g => $" {Options[g.Key]} {Quoted(g.Value)}");
        return $"readout {(search ? "search " + Quoted(asked["q"]!) : "timeline")}{string.Concat(actors)}{string.Concat(options)} --store {Quoted(store)} --format csv";
    }

    public static string Curl(string address) => $"curl -s {Quoted(address)}";

    public static string R(string address) => $"events <- read.csv({Literal(address)})";

    public static string Python(string address) => $"import pandas\nevents = pandas.read_csv({Literal(address)})";

    /// <summary>For a POSIX shell.</summary>
    private static string Quoted(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
