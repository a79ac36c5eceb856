namespace Readout.World;

/// <summary>
/// The state of persons and groups whom the text introduces by a local office alone ("police chief", "the army"): the state
/// that the article is about. Analysts and other outsiders stay without one.
/// </summary>
internal sealed class Home(Casting casting, NameWords forms)
{
    public void Settle()
    {
        if (Main() is not { } state) return;
        foreach (var role in casting.Roles.Where(r => r.Code is null && r.Sector is { } s && (r.Kind == EntityKind.Person ? forms.IsLocal(s) : forms.IsResident(s))))
        {
            role.Code = state;
            role.Why = new Why("state-of-article");
        }
    }

    /// <summary>The state with most mentions, if it has a third of them all; the first mentioned of two that are even.</summary>
    private string? Main()
    {
        var counts = casting.Mentions.SelectMany(m => m.Entities.Select(e => (Role: casting.Roles[e], m.Span)))
            .Where(m => m.Role.Kind is EntityKind.State or EntityKind.Place && m.Role.Code is { Length: 3 })
            .GroupBy(m => m.Role.Code!).Select(g => (Code: g.Key, Count: g.Count(), First: g.Min(m => m.Span.Start))).ToList();
        if (counts.Count == 0) return null;
        var most = counts.OrderByDescending(c => c.Count).ThenBy(c => c.First).First();
        return most.Count * 3 >= counts.Sum(c => c.Count) ? most.Code : null;
    }
}
