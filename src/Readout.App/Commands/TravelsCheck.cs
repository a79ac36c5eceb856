using System.Globalization;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store.Asking;
using Readout.World.Visits;

namespace Readout.App.Commands;

/// <summary><c>readout check --travels</c>: compares a list of journeys with the calendar of a store and lists each release about a meeting on one of them.</summary>
internal static class TravelsCheck
{
    public static int Run(Call call, string file)
    {
        var knowledge = Readout.Knowledge.Load(call.Setting.Knowledge);
        var question = new TravelsQuestion { Journeys = Journeys(file, knowledge.Actors), Titles = knowledge.MeetingTitles, Named = title => JourneyList.Named(title, knowledge.Actors), AsOf = call.Setting.AsOf };
        var releases = AskCommands.Ask(call, question);
        RecordsView<CheckedRelease>.Show(call, new CheckedReleaseShape(), releases);
        if (!call.Setting.Quiet && releases.Count > 0) call.Terminal.Error.WriteLine($"readout: {Sum(releases)}");
        return ExitStatus.Done;
    }

    private static IReadOnlyList<Journey> Journeys(string file, Readout.World.Actors actors) =>
        ListFile.Read(file, "a list of journeys is a tab-separated table with the columns start, end, who, country", table => JourneyList.Read(table, actors));

    private static string Sum(IReadOnlyList<CheckedRelease> releases)
    {
        string Share(Func<CheckedRelease, bool> counts) => releases.Count(counts) is var n ? string.Create(CultureInfo.InvariantCulture, $"{n} ({(double)n / releases.Count:0.0 %})") : "";
        return $"releases about meetings on journeys: {releases.Count}; who, when and where agree {Share(r => r.Agrees)}; who and when {Share(r => r.Who && r.When)}; place told {Share(r => r.Where is not null)}, another {releases.Count(r => r.Where == false)}; placed by other meetings of that day {releases.Count(r => r.Meeting?.PlacedBy is not null)}; not in the calendar {releases.Count(r => r.Meeting is null)}";
    }
}
