using System.Globalization;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Tests.World;

/// <summary>Runs <c>cases/4-who/pronouns.cases</c>: whom the pronoun of a speaker means.</summary>
public sealed class PronounCaseTests
{
    // The share that must come out right; raise it when it is passed for good.
    private const double Floor = 0.90;

    private static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Path.Combine(Repository.Root, "models")));

    [Fact]
    public void Pronouns_of_speakers_mean_whom_a_reader_takes_them_to_mean()
    {
        var cases = File.ReadAllText(Path.Combine(Repository.Root, "cases", "4-who", "pronouns.cases")).Split("\n\n").Skip(1).Select(Case.Read).ToList();
        var parser = new Parser(Model.Value, Known.Knowledge.Language);
        var wrong = cases.Select(c => (Case: c, Found: Found(c, parser))).Where(f => !IsRight(f.Case, f.Found)).ToList();
        Assert.True(cases.Count >= 200, $"only {cases.Count} cases");
        Assert.True(cases.Count - wrong.Count >= Floor * cases.Count, $"{cases.Count - wrong.Count} of {cases.Count}:\n" + string.Join("\n", wrong.Select(w => $"{w.Case.Who}, found {w.Found ?? "nobody"}: ...{w.Case.Text[Math.Max(0, w.Case.At - 60)..]}")));
    }

    private static string? Found(Case one, Parser parser)
    {
        var blocks = Blocks(one.Text);
        var article = new Article { Id = "case", Input = "case", Text = one.Text, Language = "en", Published = one.Published, Blocks = blocks };
        var cast = CastFinder.Find(article, parser.Read(one.Text, blocks), new TimeFinder(Known.Knowledge.Time).Find(one.Text, blocks, one.Published), Known.Knowledge.Actors, Known.Knowledge.Places);
        return cast.Entities.FirstOrDefault(e => e.Mentions.Any(m => m.Form == MentionForm.Pronoun && m.Span.Start == one.At))?.Name;
    }

    internal static List<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, end)));
            start = end + 2;
        }
        return blocks;
    }

    private static bool IsRight(Case one, string? found) =>
        found is not null && (PersonName.Agrees(one.Who, found) || PersonName.Agrees(found, one.Who) || PersonName.Parts(found)[^1] == PersonName.Parts(one.Who)[^1]);

    private sealed record Case(string Text, int At, string Who, DateOnly? Published)
    {
        public static Case Read(string block)
        {
            var lines = block.Trim().Split('\n');
            var text = string.Join("\n\n", lines[1..^1]);
            var at = Enumerable.Range(0, text.Length).First(i => text[i] == '[' && text[(i + 1)..].Split(']')[0].ToLowerInvariant() is "he" or "she");
            var close = text.IndexOf(']', at);
            DateOnly? published = DateOnly.TryParseExact(lines[0].Split(' ')[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            return new Case(text.Remove(close, 1).Remove(at, 1), at, lines[^1][2..], published);
        }
    }
}
