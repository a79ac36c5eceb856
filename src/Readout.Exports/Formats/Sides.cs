using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>The two sides of an event for formats that know only an actor and a recipient.</summary>
internal static class Sides
{
    /// <summary>In a mutual event all may stand together as actors: then the first meets the others.</summary>
    public static (IReadOnlyList<Party> Actors, IReadOnlyList<Party> Recipients) Of(FoundEvent found)
    {
        if (found.Recipients.Count > 0 || !found.Mutual || found.Actors.Count < 2) return (found.Actors, found.Recipients);
        var first = found.Actors[0];
        List<Party> mine = [.. found.Actors.Where(p => (p.Code ?? p.Id) == (first.Code ?? first.Id))];
        List<Party> theirs = [.. found.Actors.Except(mine)];
        return theirs.Count > 0 ? (mine, theirs) : ([first], [.. found.Actors.Skip(1)]);
    }

    /// <summary>The day of the event, or of its report.</summary>
    public static DateOnly? Day(FoundEvent found) => found.FirstDay ?? (DateOnly.TryParse(found.Citation.Published, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null);

    /// <summary>The number that the hash in an act's id gives, for formats whose ids are numbers.</summary>
    public static long Number(string act) => Convert.ToInt64(act[(act.LastIndexOf('-') + 1)..], 16);

    /// <summary>A number for any other id: forty bits of its hash.</summary>
    public static long Hash(string id) => Convert.ToInt64(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)))[..10], 16);
}
