using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.Gold;

namespace Readout.App.Commands;

/// <summary>What <c>check --gold</c> takes: the gold, what to list, which floors must hold.</summary>
internal sealed class GoldOptions
{
    private readonly Option<string?> gold = new("--gold") { Description = "Score readings against gold: a folder with texts.jsonl and readings/ID.json", HelpName = "FOLDER" };
    private readonly Option<string?> part = new("--part") { Description = "Only the articles of this part of the gold (their \"part\" in texts.jsonl: train or check)", HelpName = "PART" };
    private readonly Option<string?> misses = new("--misses") { Description = $"Also list what was missed or invented of a kind: {string.Join(", ", GoldScorer.Kinds.Take(8))}", HelpName = "KIND" };
    private readonly Option<string?> floors = new("--floors") { Description = "Fail when a kind scores below its floor in this JSON file", HelpName = "FILE" };

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { gold, part, misses, floors }) verb.Add(option);
    }

    public bool IsGiven(Call call) => call.Get(gold) is not null;

    public string Set(Call call) => call.Get(gold)!.Replace('\\', '/').TrimEnd('/');

    public GoldFolder Folder(Call call) => GoldFolder.At(call.Get(gold)!, call.Get(part));

    /// <exception cref="UsageException">The kind is not scored.</exception>
    public string? Misses(Call call) => call.Get(misses) is not { } kind || GoldScorer.Kinds.Contains(kind) ? call.Get(misses) : throw new UsageException($"--misses {kind} is not scored; the kinds are {string.Join(", ", GoldScorer.Kinds)}");

    public Floors? Floors(Call call) => call.Get(floors) is { } file ? new Floors(file) : null;
}
