using Readout.Pages;
using Readout.Statements;
using Readout.Syntax;

namespace Readout.Tests.Statements;

/// <summary>Runs <c>cases/5-statements</c>: a comment, a text, and behind <c>---</c> every statement: form, source, cue, pieces of content.</summary>
public sealed class StatementCaseTests
{
    private static readonly Lazy<Parser> Parser = new(() => new Parser(LanguageModel.Load(Path.Combine(Repository.Root, "models")), Known.Knowledge.Language));

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "cases", "5-statements"), "*.case").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_it_says(string file)
    {
        var parts = File.ReadAllText(Path.Combine(Repository.Root, "cases", "5-statements", file)).Split("\n---\n");
        var text = parts[0][(parts[0].IndexOf('\n') + 1)..];
        var found = Find(text);
        Assert.Equal(parts[1].TrimEnd(), string.Join("\n", found.Select(s => Line(text, s))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Content_is_a_slice_and_has_a_cue_or_a_mark_to_show(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "cases", "5-statements", file));
        foreach (var statement in Find(text))
        {
            Assert.NotEmpty(statement.Content);
            Assert.All(statement.Content, c => Assert.InRange(c.End, c.Start + 1, text.Length));
            Assert.True(statement.Cue is not null || statement.Form is not StatementForm.Indirect);
            Assert.True(statement.Source is not { } source || !statement.Content.Any(c => c.Overlaps(source)), statement.Why.ToString());
        }
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["\"“”‘’' ,.:?—\nabehistd S"], 0, 80], text => { Find(text); }, iter: 300);

    private static IReadOnlyList<Statement> Find(string text)
    {
        var article = new Article { Id = "case", Input = "case", Text = text, Blocks = [.. Blocks(text)] };
        return Known.Knowledge.Statements.Find(article, Parser.Value.Read(text, article.Blocks), []);
    }

    private static IEnumerable<Block> Blocks(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0) yield return new Block(start == 0 ? BlockKind.Title : BlockKind.Paragraph, new TextSpan(start, start + line.Length));
            start += line.Length + 1;
        }
    }

    private static string Line(string text, Statement statement) => string.Join(" | ",
        (string[])[statement.Form.ToString().ToLowerInvariant(), statement.Source?.In(text) ?? "-", statement.Cue?.Lemma ?? "-", .. statement.Content.Select(c => c.In(text))]);
}
