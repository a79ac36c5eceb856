using Readout.Events;
using Readout.Loading;
using Readout.Positions;
using Readout.Statements.Wording;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Checking;

/// <summary>What one stage's check of the knowledge files found.</summary>
/// <param name="Stage">Name of the stage, such as <c>time</c>.</param>
/// <param name="Count">Examples run or rows compared, so that "all well" can be told from "nothing run".</param>
/// <param name="Failures">A line each: file, line, what is wrong, and the remedy or what came instead.</param>
internal sealed record StageCheck(string Stage, int Count, IReadOnlyList<string> Failures)
{
    /// <summary>What is missing without being wrong, a line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>What a check works with. The reader is made only when a stage asks for it.</summary>
internal sealed class CheckBench(KnowledgeFolder folder, Knowledge knowledge, Lazy<LanguageModel> model)
{
    private readonly Lazy<Reader> reader = new(() => new Reader(knowledge, model.Value));

    public KnowledgeFolder Folder { get; } = folder;

    public Knowledge Knowledge { get; } = knowledge;

    /// <summary>For examples that are whole sentences.</summary>
    public Reader Reader => reader.Value;
}

/// <summary>Runs what the knowledge files say of themselves: their examples, and what must agree between rows and files.</summary>
internal static class KnowledgeCheck
{
    // The registry: a stage whose files carry examples adds a line here.
    private static readonly (string Stage, Func<CheckBench, StageCheck> Run)[] Stages =
    [
        ("events", EventExamples.Run),
        ("actors", bench => ActorCheck.Run(bench.Folder)),
        ("offices", bench => OfficeCheck.Run(bench.Folder)),
        ("pages", bench => new StageCheck("pages", bench.Knowledge.Pages.CheckLines(), [])),
        ("coverage", bench => OfficeCoverage.Run(bench.Folder)),
        ("positions", PositionExamples.Run),
        ("time", bench => new StageCheck("time", TimeExamples.Count(bench.Knowledge.Time), [.. TimeExamples.Failures(bench.Knowledge.Time)])),
        ("wording", bench => new StageCheck("wording", WordingExamples.Count(bench.Folder), [.. WordingExamples.Failures(bench.Folder, bench.Knowledge.Wording)])),
    ];

    public static IEnumerable<string> StageNames => Stages.Select(s => s.Stage);

    public static IEnumerable<StageCheck> Run(CheckBench bench) => Stages.Select(s => s.Run(bench));

    public static StageCheck Run(string stage, CheckBench bench) => Stages.Single(s => s.Stage == stage).Run(bench);
}
