using System.Globalization;

namespace Readout.App.Sources.Web;

/// <summary>A site's robots.txt (RFC 9309) as it concerns us: the group that names us, or else the one for all.</summary>
internal sealed class Robots
{
    private readonly List<(string Pattern, bool Allowed)> rules = [];

    private Robots()
    {
    }

    /// <summary>No rules: everything may be fetched.</summary>
    public static Robots Open { get; } = new();

    /// <summary>The site could not be asked; the standard says to stay away.</summary>
    public static Robots Closed { get; } = new() { rules = { ("/", false) } };

    /// <summary>Pause that the site asks for between two requests, at most 30 s.</summary>
    public TimeSpan Delay { get; private set; }

    public static Robots Parse(string text, string agent)
    {
        var groups = Groups(text);
        var robots = new Robots();
        var own = groups.Where(g => g.Agents.Contains(agent)).ToList();
        foreach (var (_, lines) in own.Count > 0 ? own : groups.Where(g => g.Agents.Contains("*")))
            foreach (var (field, value) in lines) robots.Add(field, value);
        return robots;
    }

    /// <summary>The longest pattern decides; of two equally long ones the allowing one.</summary>
    public bool Allows(string pathAndQuery)
    {
        var best = rules.Where(r => Matches(r.Pattern, pathAndQuery)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allowed).Take(1).ToList();
        return best is not [(_, false)];
    }

    private void Add(string field, string value)
    {
        if (field is "allow" or "disallow" && value.Length > 0) rules.Add((value, field == "allow"));
        if (field == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
            Delay = TimeSpan.FromSeconds(Math.Min(seconds, 30));
    }

    private static List<(List<string> Agents, List<(string, string)> Lines)> Groups(string text)
    {
        var groups = new List<(List<string> Agents, List<(string, string)> Lines)>();
        var inHead = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.ToString().Split('#')[0];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (field, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (field == "user-agent")
            {
                if (!inHead) groups.Add(([], []));
                groups[^1].Agents.Add(value.ToLowerInvariant());
            }
            else if (groups.Count > 0)
            {
                groups[^1].Lines.Add((field, value));
            }
            inHead = field == "user-agent";
        }
        return groups;
    }

    /// <summary>Patterns match from the start; <c>*</c> stands for anything, a last <c>$</c> for the end. Linear: the earliest fit of each part is enough.</summary>
    private static bool Matches(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return !isWhole || at == path.Length || (parts.Length > 1 && parts[^1].Length <= path.Length - (at - parts[^1].Length) && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
