using Readout.Agreements;
using Readout.Events;
using Readout.Figures;
using Readout.Loading;
using Readout.Meetings;
using Readout.Pages;
using Readout.Places;
using Readout.Positions;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout;

/// <summary>What Readout knows before it reads: all files under <c>knowledge/</c>, checked and compiled once, then only read.</summary>
public sealed class Knowledge
{
    private Knowledge(KnowledgeFolder folder)
    {
        Version = folder.Version;
        // Half of all knowledge is of actors: it is compiled beside the rest.
        var actors = Task.Run(() => new Actors(folder));
        Pages = new PageKnowledge(folder);
        Places = new PlaceKnowledge(folder);
        Rules = new RuleBook(folder);
        Positions = new PositionBook(folder);
        Agreements = new AgreementBook(folder, Rules);
        Meetings = new MeetingWords(folder);
        MeetingTitles = new MeetingTitles(folder);
        Time = TimeKnowledge.Load(folder);
        Figures = FigureKnowledge.Load(folder);
        Language = LanguageRules.Load(folder);
        Statements = new StatementFinder(folder);
        Wording = new WordingFinder(folder);
        Actors = actors.GetAwaiter().GetResult();
    }

    /// <summary>Content hash of the knowledge files; stands in every reading.</summary>
    public string Version { get; }

    internal PageKnowledge Pages { get; }

    internal Actors Actors { get; }

    internal PlaceKnowledge Places { get; }

    internal RuleBook Rules { get; }

    internal PositionBook Positions { get; }

    internal AgreementBook Agreements { get; }

    internal MeetingWords Meetings { get; }

    internal MeetingTitles MeetingTitles { get; }

    internal TimeKnowledge Time { get; }

    internal FigureKnowledge Figures { get; }

    internal LanguageRules Language { get; }

    internal StatementFinder Statements { get; }

    /// <summary>The phrase families of the wording ledger.</summary>
    internal WordingFinder Wording { get; }

    /// <summary>Reads and checks all files. Throws <see cref="KnowledgeException"/> that names file, line and remedy.</summary>
    public static Knowledge Load(string path) => Load(new KnowledgeFolder(path));

    /// <summary>Compiles the files of a folder that was read before.</summary>
    internal static Knowledge Load(KnowledgeFolder folder) => new(folder);
}
