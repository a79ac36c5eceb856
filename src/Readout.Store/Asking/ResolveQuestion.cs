using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Whom a name means in the record: everybody who acts for a code, or the ids under which articles have the actor.</summary>
/// <param name="Code">Null for an actor who is no state or body.</param>
/// <param name="Ids">Empty when the code stands for all.</param>
public sealed record ResolvedActor(string Given, string? Code, IReadOnlyList<string> Ids);

/// <summary>How a name is understood; <see cref="NotCoveredException"/> when no article names the actor.</summary>
public sealed record ResolveQuestion : Question<ResolvedActor>
{
    public required string Actor { get; init; }

    internal override ResolvedActor Answer(DbConnection connection)
    {
        var filter = ActorFilter.Of(connection, Actor);
        return new ResolvedActor(Actor, filter.Code, filter.Ids);
    }
}
