using Readout.Loading;

namespace Readout.World.Visits;

/// <summary>A journey of a list: somebody was in a state on some days.</summary>
/// <param name="Line">Line of the list, from 1.</param>
/// <param name="Codes">Codes of the state; empty when it is not known.</param>
internal sealed record Journey(int Line, DateOnly Start, DateOnly End, string Who, string Country, IReadOnlySet<string> Codes);

/// <summary>Reads lists of journeys: tables with the columns <c>start end who country</c>.</summary>
internal static class JourneyList
{
    /// <exception cref="KnowledgeException">The table has other columns, or a day is no ISO day.</exception>
    public static IReadOnlyList<Journey> Read(KnowledgeTable table, Actors actors)
    {
        var states = new VisitStates(actors);
        return [.. table.Rows.Select(r => new Journey(r.Line, Day(r, "start"), Day(r, "end"), r["who"], r["country"], states.Codes(r["country"])))];
    }

    /// <summary>Codes of the states and bodies that a title names, by whatever name, without those of people whom it names.</summary>
    public static IReadOnlySet<string> Named(string title, Actors actors)
    {
        var words = new Words(title);
        var named = Enumerable.Range(0, words.Count).SelectMany(i => actors.Longest(words, i)?.Targets ?? []).Select(t => t.Actor).ToLookup(a => a.Kind == EntityKind.Person, a => a.Code);
        return named[false].Except(named[true]).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static DateOnly Day(KnowledgeRow row, string column) => Tenure.FirstDay(row[column]) ?? throw row.Wrong($"has the {column} '{row[column]}'; give a day as YYYY-MM-DD");
}
