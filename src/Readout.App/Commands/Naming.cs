using System.CommandLine;
using Readout.App.Frame;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.App.Commands;

/// <summary>Who an actor is: as the record has it, or as the caller says.</summary>
internal sealed class Naming
{
    private readonly Option<string?> name = new("--name") { Description = "Name of an actor that no article names yet", HelpName = "NAME" };

    private readonly Option<string?> kind = new("--kind") { Description = "state, person, organisation, group or place (default: person)", HelpName = "KIND" };

    private readonly Option<string?> code = new("--code") { Description = "Code of the state or body", HelpName = "CODE" };

    private readonly Option<string?> office = new("--office") { Description = "Office held", HelpName = "OFFICE" };

    public IReadOnlyList<Option> Options => [name, kind, code, office];

    public Identity Read(Call call, ReadingStore store, string id)
    {
        var known = store.Ask(new IdentityQuestion { Actor = id });
        if (known is null && call.Get(name) is null) throw new UsageException($"no article names an actor with the id '{id}'; say who it is with --name (and --kind, --code)");
        var identity = known ?? new Identity(id, call.Get(name)!, call.Get(kind) ?? "person");
        return identity with { Name = call.Get(name) ?? identity.Name, Kind = call.Get(kind) ?? identity.Kind, Code = call.Get(code) ?? identity.Code, Office = call.Get(office) };
    }
}
