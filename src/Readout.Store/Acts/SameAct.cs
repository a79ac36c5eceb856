using System.Globalization;

namespace Readout.Store.Acts;

/// <summary>
/// Whether two reports tell of one act. Symmetric, and it looks at nothing but the two: so the acts of a set of reports, the groups that chains of such pairs form,
/// never depend on the order in which reports came.
/// </summary>
internal static class SameAct
{
    /// <summary>Days between the first days of two reports, at most: when both give a day, when one gives a span, when one gives no date.</summary>
    public const int DaysApart = 3, VagueDaysApart = 31, UndatedDaysApart = 400;

    private const int DaysOfReporting = 3, FewestWords = 4;

    /// <summary>Why they are one; null when they are not.</summary>
    public static IReadOnlyList<string>? Why(ActReport one, ActReport other)
    {
        if (one.Joined.Count > 0 && one.Joined.Intersect(other.Joined).FirstOrDefault() is { } joined) return [$"joined by correction {joined}"];
        if (one.Parted != other.Parted || one.Type != other.Type || Kind(one.Status) != Kind(other.Status)) return null;
        var reasons = new List<string> { one.Mode is { } mode && mode == other.Mode ? $"both {one.Type} {mode}" : $"both {one.Type}" };
        var needed = 0.0;
        if (!Sides(one, other, reasons, ref needed) || !Time(one, other, reasons, ref needed) || !Place(one, other, reasons, ref needed)) return null;
        // Other ways of meeting, of attacking, need the more words in common.
        if (one.Mode is not null && other.Mode is not null && one.Mode != other.Mode) needed += 0.35;
        var shared = ActWords.Shared(one.Words, other.Words);
        if (shared < needed) return null;
        if (shared > 0) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{shared:0%} of the words of the shorter report in both ({string.Join(", ", one.Words.Where(other.Words.Contains).Order(StringComparer.Ordinal).Take(6))})"));
        return reasons;
    }

    /// <summary>What happened is one kind whether it goes on or is over; plans, threats and denials are others.</summary>
    private static string Kind(string status) => status == "ongoing" ? "happened" : status;

    /// <summary>Whether two reports of meetings can be of one by who takes part.</summary>
    public static bool SamePeople(ActReport one, ActReport other)
    {
        var needed = 0.0;
        return Sides(one, other, [], ref needed) && needed < 0.5;
    }

    private static bool Sides(ActReport one, ActReport other, List<string> reasons, ref double needed)
    {
        var isTogether = one.IsMutual || other.IsMutual || one.Type is "CONSULT" or "AGREE";
        var common = isTogether ? Common(one.Parties, other.Parties, null) : Common(one.Parties, other.Parties, true);
        if (common.Count == 0 || PersonsDiffer(one, other, isTogether)) return false;
        if (isTogether)
        {
            var (mine, theirs) = (Keys(one.Parties).Count, Keys(other.Parties).Count);
            // One name in common means little where both say who sat across.
            if (common.Count < Math.Min(2, Math.Min(mine, theirs))) return false;
            if (common.Count < 2) needed += 0.4;
            // Three at one table and two of them alone are two meetings on one day, unless the words say otherwise.
            else if (mine != theirs) needed += 0.35;
        }
        else
        {
            var recipients = Common(one.Parties, other.Parties, false);
            var (hasOne, hasOther) = (one.Parties.Any(p => !p.IsActor), other.Parties.Any(p => !p.IsActor));
            if (hasOne && hasOther && recipients.Count == 0) return false;
            if (hasOne != hasOther) needed += 0.25;
            common = [.. common.Union(recipients)];
        }
        var persons = Persons(one).Intersect(Persons(other)).Order(StringComparer.Ordinal).ToList();
        // "Russia visited India" may be any of the meetings that people had that day.
        if (common.Any(k => Named(one, k) != Named(other, k))) needed += 0.2;
        reasons.Add($"both name {string.Join(", ", common.Order(StringComparer.Ordinal).Concat(persons))}");
        return true;
    }

    private static bool Time(ActReport one, ActReport other, List<string> reasons, ref double needed)
    {
        if (one.Day is not { } day || other.Day is not { } otherDay) return false;
        var apart = Math.Abs(day - otherDay);
        if (one.IsDated && other.IsDated)
        {
            if (apart > (one.IsVague || other.IsVague ? VagueDaysApart : DaysApart)) return false;
            // A day of difference is a matter of time zones and deadlines.
            if (day > other.LastDay + 1 || otherDay > one.LastDay + 1) return false;
            needed += one.IsVague || other.IsVague ? 0.4 : apart > 0 ? 0.4 : Once(one) ? 0.25 : one.Type == "CONSULT" ? 0 : 0.4;
            reasons.Add(apart == 0 ? "the same day" : one.IsVague || other.IsVague ? "overlapping days" : "days next to each other");
            return true;
        }
        if (apart <= DaysOfReporting)
        {
            needed += 0.4;
            reasons.Add($"reported within {DaysOfReporting} days");
            return true;
        }
        // Long after, only an act that happens once and is told in the same words is known again.
        if (apart > UndatedDaysApart || one.Mode != other.Mode || !MayLieFarApart(one) || !MayLieFarApart(other)) return false;
        needed += 0.65;
        reasons.Add("one gives no day, and the words are the same");
        return true;
    }

    private static bool Place(ActReport one, ActReport other, List<string> reasons, ref double needed)
    {
        if (one.Country is not null && other.Country is not null && one.Country != other.Country) return false;
        if (one.Place is null || other.Place is null) return true;
        if (string.Equals(one.Place, other.Place, StringComparison.OrdinalIgnoreCase)) reasons.Add($"both in {one.Place}");
        else needed += Once(one) ? 0.35 : 0.2;
        return true;
    }

    /// <summary>Whether a report may tell of an act of long before or after: one that is done once, told in words enough to know it again.</summary>
    public static bool MayLieFarApart(ActReport report) => Once(report) && report.Words.Count >= FewestWords;

    /// <summary>Talks, requests and rebukes repeat in the same words; deeds are done once.</summary>
    private static bool Once(ActReport report) => report.Type is not ("CONSULT" or "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" or "AGREE");

    /// <summary>Both name people of one state, and not one of them is the same: an act of other people.</summary>
    private static bool PersonsDiffer(ActReport one, ActReport other, bool isTogether)
    {
        if (!one.NamesPersons || !other.NamesPersons) return false;
        foreach (var (key, isActor) in one.Parties.Select(p => (p.Key, IsActor: isTogether || p.IsActor)).Distinct())
        {
            var mine = PersonsOf(one, key, isTogether ? null : isActor);
            var theirs = PersonsOf(other, key, isTogether ? null : isActor);
            if (mine.Count > 0 && theirs.Count > 0 && !mine.Intersect(theirs).Any()) return true;
        }
        return false;
    }

    private static List<string> PersonsOf(ActReport report, string key, bool? isActor) =>
        [.. report.Parties.Where(p => p.Key == key && (isActor is null || p.IsActor == isActor)).Select(p => p.Person).OfType<string>()];

    private static bool Named(ActReport report, string key) => report.Parties.Any(p => p.Key == key && p.Person is not null);

    private static IEnumerable<string> Persons(ActReport report) => report.Parties.Select(p => p.Person).OfType<string>();

    private static List<string> Common(IReadOnlyList<ActParty> one, IReadOnlyList<ActParty> other, bool? isActor) =>
        [.. Keys(one, isActor).Intersect(Keys(other, isActor), StringComparer.Ordinal)];

    private static HashSet<string> Keys(IReadOnlyList<ActParty> parties, bool? isActor = null) =>
        [.. parties.Where(p => isActor is null || p.IsActor == isActor).Select(p => p.Key)];
}
