using System.Globalization;
using Readout.Figures;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Tests.Figures;

/// <summary>Runs <c>cases/4-figures</c>: a comment, a text with a sentence a line, and every figure that must be found in it, in order.</summary>
public sealed class FigureCaseTests
{
    private static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Path.Combine(Repository.Root, "models")));

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "cases", "4-figures"), "*.case").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_it_says(string file)
    {
        var parts = File.ReadAllText(Path.Combine(Repository.Root, "cases", "4-figures", file)).Split("\n\n");
        var text = parts[1].Replace("\n", "\n\n", StringComparison.Ordinal);
        var found = string.Join("\n", Find(text).Select(f => Line(f, text)));
        Assert.True(found == parts[2].TrimEnd(), found);
    }

    private static IReadOnlyList<Figure> Find(string text)
    {
        var article = new Article { Id = "case", Input = "case", Text = text, Language = "en", Published = new DateOnly(2021, 3, 18) };
        var parses = new Parser(Model.Value, Known.Knowledge.Language).Read(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))]);
        var times = new TimeFinder(Known.Knowledge.Time).Find(text, [], article.Published);
        return new FigureFinder(Known.Knowledge.Figures).Find(text, parses, times, CastFinder.Find(article, parses, times, Known.Knowledge.Actors, Known.Knowledge.Places));
    }

    private static string Line(Figure figure, string text) =>
        $"{figure.Span.In(text)} -> {figure.Value.ToString(CultureInfo.InvariantCulture)}{Word("", figure.Unit)}{Word("of ", figure.Of)}{Word("in ", figure.In)}{(figure.Approximate ? " about" : "")}";

    private static string Word(string before, string? word) => word is null ? "" : $" {before}{word}";
}
