namespace Readout.World;

/// <summary>By which names an article names each state and its parts, counted before linking by names that can mean one state only.</summary>
internal sealed class Evidence
{
    private readonly Dictionary<string, Dictionary<string, int>> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> parts = new(StringComparer.Ordinal);

    public Evidence(IEnumerable<NameUse> uses, Words words, DateOnly day)
    {
        foreach (var use in uses)
        {
            var actors = use.Targets.Select(t => t.Actor).Where(a => a.From <= day && day <= a.To).ToList();
            var codes = actors.Select(a => a.Kind == EntityKind.Person ? a.CodeOn(day) : a.Code).Distinct().ToList();
            if (codes is not [{ } code]) continue;
            var name = use.Span.In(words.Text);
            var names = states.TryGetValue(code, out var known) ? known : states[code] = new Dictionary<string, int>(StringComparer.Ordinal);
            names[name] = names.GetValueOrDefault(name) + 1;
            if (actors.Any(a => a.Kind == EntityKind.Place)) (parts.TryGetValue(code, out var set) ? set : parts[code] = new HashSet<string>(StringComparer.Ordinal)).Add(actors[0].Name);
        }
    }

    /// <summary>The state that at least half of such names mean; null when there is none.</summary>
    public string? Main
    {
        get
        {
            var all = states.Where(s => s.Key.Length == 3).Sum(s => s.Value.Values.Sum());
            return states.Where(s => s.Key.Length == 3 && 2 * s.Value.Values.Sum() >= all).OrderByDescending(s => s.Value.Values.Sum()).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault();
        }
    }

    public int Of(string? state) => state is not null && states.TryGetValue(state, out var names) ? names.Values.Sum() : 0;

    /// <summary>Mentions of a state by other names than this one.</summary>
    public int Besides(string? state, string name) => state is not null && states.TryGetValue(state, out var names) ? names.Where(n => n.Key != name).Sum(n => n.Value) : 0;

    /// <summary>Are other parts of a state named: its provinces and territories?</summary>
    public bool NamesPartsOf(string? state) => state is not null && parts.ContainsKey(state);

    public bool NamesPart(string? state, string? province) => state is not null && province is not null && parts.TryGetValue(state, out var set) && set.Contains(province);
}
