using Readout.Events;
using Readout.Figures;
using Readout.Meetings;
using Readout.Pages;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.Time;
using Readout.World;

namespace Readout;

/// <summary>Everything that Readout found in one article. Immutable; every finding has evidence in <see cref="Article.Text"/>.</summary>
public sealed record Reading
{
    public required Article Article { get; init; }

    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Uses of the phrase families of the wording ledger, in text order.</summary>
    public IReadOnlyList<WordingUse> Wording { get; init; } = [];

    public IReadOnlyList<Event> Events { get; init; } = [];

    public IReadOnlyList<Position> Positions { get; init; } = [];

    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>The meetings, visits and calls among <see cref="Events"/>.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Content hash of the knowledge and the models that made this reading.</summary>
    public required string Version { get; init; }
}
