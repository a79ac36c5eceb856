using System.Text.Json;
using Readout.App.Frame;
using Readout.Gold;

namespace Readout.App.Running;

/// <summary>The F1 below which no kind may fall: a JSON object from a gold set's name to an object from kind to floor, 0 to 1.</summary>
internal sealed class Floors(string file)
{
    /// <summary>A line for each kind that scores below its floor.</summary>
    /// <exception cref="UsageException">The file does not exist, is no JSON, or names a kind that is not scored.</exception>
    public IEnumerable<string> Broken(string set, IReadOnlyList<GoldScore> scores)
    {
        foreach (var (kind, floor) in Of(set))
        {
            var score = scores.FirstOrDefault(s => s.Kind == kind);
            if (score.Kind is null) throw new UsageException($"{file}: '{kind}' is not scored; the kinds are {string.Join(", ", GoldScorer.Kinds)}");
            if (score.F1 < floor) yield return FormattableString.Invariant($"{set}: {kind} scores {score.F1:0.000}, below its floor of {floor:0.000}");
        }
    }

    private IEnumerable<(string Kind, double Floor)> Of(string set)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (!json.RootElement.TryGetProperty(set, out var floors)) throw new UsageException($"{file}: has no floors for '{set}'");
            return [.. floors.EnumerateObject().Select(p => (p.Name, p.Value.GetDouble()))];
        }
        catch (Exception problem) when (problem is IOException or JsonException or InvalidOperationException)
        {
            throw new UsageException($"{file}: cannot be read as floors: {problem.Message}");
        }
    }
}
