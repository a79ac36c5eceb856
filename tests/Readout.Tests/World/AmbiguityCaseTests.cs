using System.Globalization;
using Readout.Pages;
using Readout.Syntax;
using Readout.World;

namespace Readout.Tests.World;

/// <summary>Runs <c>cases/4-who/ambiguous.cases</c>, names and offices that mean one or another by context and date, and <c>anaphora.cases</c>, nouns that take up who was named before.</summary>
public sealed class AmbiguityCaseTests
{
    private static readonly Lazy<Reader> Reader = new(() => new Reader(Known.Knowledge, LanguageModel.Load(Path.Combine(Repository.Root, "models"))));

    [Theory]
    [InlineData("ambiguous.cases", 30)]
    [InlineData("anaphora.cases", 10)]
    public void Each_phrase_means_whom_the_context_and_the_date_tell(string file, int least)
    {
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "cases", "4-who", file)).Split("\n\n").Skip(1).ToList();
        Assert.True(blocks.Count >= least, $"only {blocks.Count} cases");
        Assert.Empty(blocks.SelectMany(Failures));
    }

    private static IEnumerable<string> Failures(string block)
    {
        var lines = block.Trim().Split('\n');
        var text = string.Join("\n\n", lines.Skip(1).Where(l => !l.Contains(" -> ", StringComparison.Ordinal)));
        var reading = Reader.Value.Read(new Article { Id = "case", Input = "case", Text = text, Language = "en", Published = DateOnly.ParseExact(lines[0][2..], "yyyy-MM-dd", CultureInfo.InvariantCulture), Blocks = PronounCaseTests.Blocks(text) });
        foreach (var expected in lines.Where(l => l.Contains(" -> ", StringComparison.Ordinal)).Select(l => l.Split(" -> ")))
            if (Named(reading, new TextSpan(text.IndexOf(expected[0], StringComparison.Ordinal), text.IndexOf(expected[0], StringComparison.Ordinal) + expected[0].Length)) is var found && !IsRight(found, expected[1].Split('|')))
                yield return $"{expected[0]} in \"{text}\": expected {expected[1]}, found {string.Join(" and ", found.Select(e => e.Id))}";
    }

    // Of the longest mention inside the phrase.
    private static List<Entity> Named(Reading reading, TextSpan phrase)
    {
        var inside = reading.Entities.SelectMany(e => e.Mentions.Where(m => phrase.Contains(m.Span)).Select(m => (Entity: e, m.Span.Length))).ToList();
        return [.. inside.Where(m => m.Length == inside.Max(i => i.Length)).Select(m => m.Entity).Distinct()];
    }

    private static bool IsRight(List<Entity> found, string[] wanted) =>
        found.Count > 0 && (found.Select(e => e.Id).ToHashSet().SetEquals(wanted) || found.Select(e => e.Code).ToHashSet().SetEquals(wanted) || found.Select(e => e.Name).ToHashSet().SetEquals(wanted));
}
