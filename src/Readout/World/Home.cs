namespace Readout.World;

/// <summary>
/// The state of persons and groups whom the text introduces by a local office alone ("police chief", "the army"): the state
/// that the article is about. Analysts and other outsiders stay without one.
/// </summary>
internal sealed class Home(Casting casting, NameWords forms)
{
    // Of the mentions of states, from which on the article is on one.
    private const double Clear = 0.5;

    public void Settle()
    {
        if (Main(out var share) is not { } state) return;
        foreach (var role in casting.Roles.Where(r => r.Code is null && (r.Sector is { } s ? r.Kind == EntityKind.Person ? forms.IsLocal(s) : forms.IsResident(s) : IsOfHome(r, share))))
        {
            role.Code = state;
            role.Why = new Why("state-of-article");
        }
    }

    // Somebody of whom nothing is said but a full name, in an article on one state.
    private static bool IsOfHome(Role role, double share) => role is { Kind: EntityKind.Person, Actor: null, Title: null } && share >= Clear && PersonName.Parts(role.Name).Length > 1;

    /// <summary>The state with most mentions, if it has a third of them all; the first mentioned of two that are even.</summary>
    private string? Main(out double share)
    {
        share = 0;
        var counts = casting.Mentions.SelectMany(m => m.Entities.Select(e => (Role: casting.Roles[e], m.Span)))
            .Where(m => m.Role.Kind is EntityKind.State or EntityKind.Place && m.Role.Code is { Length: 3 })
            .GroupBy(m => m.Role.Code!).Select(g => (Code: g.Key, Count: g.Count(), First: g.Min(m => m.Span.Start))).ToList();
        if (counts.Count == 0) return null;
        var most = counts.OrderByDescending(c => c.Count).ThenBy(c => c.First).First();
        share = (double)most.Count / counts.Sum(c => c.Count);
        return share >= 1 / 3.0 ? most.Code : null;
    }
}
