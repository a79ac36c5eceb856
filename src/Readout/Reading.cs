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
    /// <summary>The clean text with what the page says about it.</summary>
    public required Article Article { get; init; }

    /// <summary>Where the sentences are, in text order.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];

    /// <summary>Who and what is named, with every place that names it.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Expressions of time, in text order.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Counted quantities, in text order.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Who said what, in text order.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Uses of the phrase families of the wording ledger, in text order.</summary>
    public IReadOnlyList<WordingUse> Wording { get; init; } = [];

    /// <summary>Who did what to whom, in text order.</summary>
    public IReadOnlyList<Event> Events { get; init; } = [];

    /// <summary>What actors want, offer, refuse or promise, in text order.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Accords that the article tells of.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>The meetings, visits and calls among <see cref="Events"/>.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    /// <summary>What could not be settled, beside the doubts of <see cref="Article"/>.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Content hash of the knowledge and the models that made this reading.</summary>
    public required string Version { get; init; }
}
