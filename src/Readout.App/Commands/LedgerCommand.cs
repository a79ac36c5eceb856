using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>ledger</c>: who stands where, what is demanded, agreed and planned, who holds which office; each with what became of it.</summary>
internal static class LedgerCommand
{
    private static readonly string[] Kinds = ["positions", "demands", "conditions", "agreements", "meetings", "offices"];

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var kind = new Argument<string>("LEDGER") { Description = string.Join(", ", Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var states = new Option<string[]>("--state")
        {
            Description = "positions: new, reaffirmed, changed, reversed; demands, conditions: open, met, rejected, withdrawn; meetings: upcoming, moved, held, cancelled, unreported (default: what is ahead or was called off), all; may be repeated",
            HelpName = "STATE",
        };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "ledger", "Positions, demands and conditions, agreements, meetings, offices",
            "readout ledger demands PRK --state open", "readout ledger positions PRK --state reversed --state changed", "readout ledger meetings --as-of 2021-03-17", "readout ledger meetings Blinken --state held --from 2021-03",
            "readout ledger agreements USA KOR", "readout ledger offices USA --as-of 2021-03") { kind, states };
        selection.AddTo(verb);
        return verb.Does(call => Show(call, call.Get(kind)!, selection.Read(call), call.Get(states) ?? []), common, terminal);
    }

    private static int Show(Call call, string kind, Selection selection, string[] states)
    {
        var asOf = call.Setting.AsOf;
        switch (kind)
        {
            case "positions":
                RecordsView<FoundPosition>.Show(call, new PositionShape(), AskCommands.Ask(call, new PositionsQuestion { Selection = selection, AsOf = asOf, Changes = Of<PositionChange>(states) }));
                break;
            case "demands" or "conditions":
                RecordsView<FoundDemand>.Show(call, new DemandShape(), AskCommands.Ask(call, new DemandsQuestion { Selection = selection, AsOf = asOf, Conditions = kind == "conditions", States = Of<DemandState>(states) }));
                break;
            case "agreements":
                RecordsView<FoundAccord>.Show(call, new AccordShape(), AskCommands.Ask(call, new AccordsQuestion { Selection = selection, AsOf = asOf }));
                break;
            case "meetings":
                IReadOnlyList<MeetingState> wanted = states.Length == 0 ? [MeetingState.Upcoming, MeetingState.Moved, MeetingState.Cancelled] : Of<MeetingState>(states);
                var meetings = AskCommands.Ask(call, new CalendarQuestion { Selection = selection, AsOf = asOf, Today = AskCommands.Today(call), States = wanted });
                RecordsView<FoundMeeting>.Show(call, new MeetingShape(), meetings);
                if (meetings.Count == 0 && states.Length == 0 && !call.Setting.Quiet) call.Terminal.Error.WriteLine("readout: nothing lies ahead or was called off; --state all also shows what was held");
                break;
            default:
                RecordsView<FoundOffice>.Show(call, new OfficeShape(), AskCommands.Ask(call, new OfficesQuestion { Selection = selection, AsOf = asOf }));
                break;
        }
        return ExitStatus.Done;
    }

    private static List<T> Of<T>(IReadOnlyList<string> states)
        where T : struct, Enum
    {
        if (states.Contains("all")) return [];
        return [.. states.Select(s => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), s, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"--state {s} is not known here; give {string.Join(", ", Enum.GetValues<T>().Select(v => v.ToString().ToLowerInvariant()))} or all"))];
    }
}
