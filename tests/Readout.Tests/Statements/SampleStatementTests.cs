using System.Text.Json;
using Readout.Pages;
using Readout.Statements;
using Readout.Syntax;

namespace Readout.Tests.Statements;

/// <summary>What must hold of every statement, whatever the text: run over the articles among the samples.</summary>
public sealed class SampleStatementTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void Content_is_a_slice_with_a_cue_or_a_mark_to_show()
    {
        var parser = new Parser(LanguageModel.Load(Path.Combine(Repository.Root, "models")), Known.Knowledge.Language);
        var texts = Directory.EnumerateFiles(Samples, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0)
            .Select(l => JsonDocument.Parse(l).RootElement).Where(j => j.TryGetProperty("text", out _)).Select(j => j.GetProperty("text").GetString()!).Take(12).ToList();
        Assert.NotEmpty(texts);
        Assert.NotEqual(0, texts.Sum(t => Check(t, parser)));
    }

    private static int Check(string text, Parser parser)
    {
        var article = new Article { Id = "sample", Input = "sample", Text = text, Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))] };
        var found = Known.Knowledge.Statements.Find(article, parser.Read(text, article.Blocks), []);
        foreach (var statement in found)
        {
            Assert.NotEmpty(statement.Content);
            Assert.All(statement.Content, c => Assert.InRange(c.End, c.Start + 1, text.Length));
            Assert.True(statement.Content.Zip(statement.Content.Skip(1)).All(p => p.First.End <= p.Second.Start), $"pieces of {statement.Id} overlap or stand out of order");
            Assert.True(statement.Cue is not null || statement.Form is not StatementForm.Indirect, $"nothing shows that anybody said {statement.Id}");
            Assert.True(statement.Source is not { } source || !statement.Content.Any(c => c.Overlaps(source)), statement.Why.ToString());
        }
        return found.Count;
    }
}
