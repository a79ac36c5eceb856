namespace Readout.World.Visits;

/// <summary>The codes of a state as lists of visits write it: "Korea, Republic of", "Congo, Democratic Republic of the (Zaire)".</summary>
internal sealed class VisitStates(Actors actors)
{
    private readonly Dictionary<string, HashSet<string>> known = new(StringComparer.Ordinal);

    public HashSet<string> Codes(string written) =>
        known.TryGetValue(written, out var codes) ? codes : known[written] = Ways(written).Select(Named).FirstOrDefault(c => c.Count > 0) ?? [];

    // The whole; "Republic of Korea"; what stands before the bracket or comma; what stands in the bracket.
    private static IEnumerable<string> Ways(string written)
    {
        yield return written;
        var bracket = written.IndexOf('(', StringComparison.Ordinal);
        var outside = bracket > 0 ? written[..bracket].Trim() : written;
        if (outside.Split(", ") is [var name, var form]) yield return $"{form} {name}";
        yield return outside;
        yield return outside.Split(',')[0];
        if (bracket > 0) yield return written[(bracket + 1)..].TrimEnd(')');
    }

    private HashSet<string> Named(string name)
    {
        var words = new Words(name);
        return words.Count > 0 && actors.Longest(words, 0) is { } match && match.End == words.Count
            ? [.. match.Targets.Where(t => t.Use is AliasUse.Name or AliasUse.Metonym && t.Actor.Kind != EntityKind.Person).Select(t => t.Actor.Code).OfType<string>()]
            : [];
    }
}
