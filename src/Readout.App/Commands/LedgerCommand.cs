using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>ledger</c>: who stands where, what is demanded, agreed and planned, who holds which office.</summary>
internal static class LedgerCommand
{
    private static readonly string[] Kinds = ["positions", "demands", "agreements", "meetings", "offices"];

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var kind = new Argument<string>("LEDGER") { Description = string.Join(", ", Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var selection = new SelectionOptions();
        var verb = new Verb(
            "ledger", "Positions, demands, agreements, coming meetings, offices",
            "readout ledger demands PRK", "readout ledger meetings --as-of 2021-03-17", "readout ledger agreements USA KOR", "readout ledger offices USA --as-of 2021-03") { kind };
        selection.AddTo(verb);
        return verb.Does(call => Show(call, call.Get(kind)!, selection.Read(call)), common, terminal);
    }

    private static int Show(Call call, string kind, Selection selection)
    {
        var asOf = call.Setting.AsOf;
        switch (kind)
        {
            case "positions":
                RecordsView<FoundPosition>.Show(call, new PositionShape(), AskCommands.Ask(call, new PositionsQuestion { Selection = selection, AsOf = asOf }));
                break;
            case "demands":
                RecordsView<FoundPosition>.Show(call, new PositionShape(), AskCommands.Ask(call, new PositionsQuestion { Selection = selection, AsOf = asOf, Stances = ["demands"] }));
                break;
            case "agreements":
                RecordsView<FoundAgreement>.Show(call, new AgreementShape(), AskCommands.Ask(call, new AgreementsQuestion { Selection = selection, AsOf = asOf }));
                break;
            case "meetings":
                RecordsView<FoundEvent>.Show(call, new EventShape(), AskCommands.Ask(call, new MeetingsQuestion { Selection = selection, AsOf = asOf, Today = AskCommands.Today(call) }));
                break;
            default:
                RecordsView<FoundOffice>.Show(call, new OfficeShape(), AskCommands.Ask(call, new OfficesQuestion { Selection = selection, AsOf = asOf }));
                break;
        }
        return ExitStatus.Done;
    }
}
