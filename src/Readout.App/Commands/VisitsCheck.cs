using System.Globalization;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.World.Visits;

namespace Readout.App.Commands;

/// <summary><c>readout check --visits</c>: compares a list of visits with the office tables and lists what disagrees.</summary>
internal static class VisitsCheck
{
    // The office tables aim at completeness from here on.
    private static readonly DateOnly Covered = new(1990, 1, 1);

    public static int Run(Call call, string file)
    {
        var actors = Readout.Knowledge.Load(call.Setting.Knowledge).Actors;
        var check = new VisitCheck(actors);
        var visits = Claims(file, actors).Select(check.Check).ToList();
        RecordsView<CheckedVisit>.Show(call, new CheckedVisitShape(), visits.Where(v => v.Finding != VisitFinding.Agrees));
        if (call.Setting.Quiet) return ExitStatus.Done;
        Sum(call, "visitors and travellers", visits.Where(v => !v.Claim.IsHost));
        Sum(call, "hosts named in remarks", visits.Where(v => v.Claim.IsHost));
        return ExitStatus.Done;
    }

    private static IReadOnlyList<VisitClaim> Claims(string file, Readout.World.Actors actors) =>
        ListFile.Read(file, "a list of visits is a tab-separated table with the columns start, end, visitor, from or start, end, who, country, remarks", table => VisitList.Read(table, actors));

    private static void Sum(Call call, string what, IEnumerable<CheckedVisit> visits)
    {
        var all = visits.ToList();
        if (all.Count == 0) return;
        var late = all.Where(v => v.Claim.Start >= Covered).ToList();
        call.Terminal.Error.WriteLine($"readout: {what}: {Counts(all)}");
        if (late.Count > 0) call.Terminal.Error.WriteLine($"readout: {what} since {Covered.Year}: {Counts(late)}");
    }

    private static string Counts(List<CheckedVisit> visits)
    {
        int Of(VisitFinding finding) => visits.Count(v => v.Finding == finding);
        var known = visits.Count - Of(VisitFinding.UnknownPerson) - Of(VisitFinding.UnknownState);
        return string.Create(CultureInfo.InvariantCulture, $"{visits.Count}, persons known {known} ({(double)known / visits.Count:0.0 %}), agree {Of(VisitFinding.Agrees)} ({(double)Of(VisitFinding.Agrees) / visits.Count:0.0 %}), other office {Of(VisitFinding.OtherOffice)}, other days {Of(VisitFinding.OtherDays)}, unknown person {Of(VisitFinding.UnknownPerson)}, unknown state {Of(VisitFinding.UnknownState)}");
    }
}
