using Readout.Loading;
using Readout.Names;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests.Syntax;

/// <summary>Headlines are read in the case that their words have elsewhere.</summary>
public sealed class RecaserTests
{
    private static readonly Lazy<Parser> Shared = new(() =>
        new Parser(LanguageModel.Load(Path.Combine(Repository.Root, "models")), LanguageRules.Load(new KnowledgeFolder(Repository.Knowledge))));

    [Theory]
    [InlineData("Minister Warns of New Talks in Oslo", true)]
    [InlineData("PRESIDENT SPEAKS IN OSLO", true)]
    [InlineData("Minister warns of new talks in Oslo", false)]
    [InlineData("Foreign Minister Anna Schmidt met President Mbeki.", false)]
    [InlineData("Foreign Minister Anna Schmidt visited Rome", false)]
    [InlineData("In Oslo", false)]
    public void Headlines_are_told_by_their_capitals(string text, bool expected)
    {
        var words = text.TrimEnd('.').Split(' ').Select(w => new TextSpan(text.IndexOf(w, StringComparison.Ordinal), text.IndexOf(w, StringComparison.Ordinal) + w.Length)).ToList();
        if (text.EndsWith('.')) words.Add(new TextSpan(text.Length - 1, text.Length));
        Assert.Equal(expected, Recaser.IsHeadline(text, words.ToArray()));
    }

    [Fact]
    public void A_verb_with_a_capital_is_no_part_of_a_name()
    {
        var parse = Read("Foreign Minister Bergstrom Warns Iran Over Missile Tests")[0];
        Assert.Equal(["Bergstrom", "Iran"], parse.Names.Select(n => parse.SpanOf(n.Start, n.End).In(parse.Text)));
        Assert.Equal("Warns", parse.Form(parse.Root));
        Assert.Equal("warn", parse[parse.Root].Lemma);
        Assert.Equal(Upos.Verb, parse[parse.Root].Upos);
    }

    [Fact]
    public void The_running_text_says_what_is_a_name()
    {
        const string Body = "\n\nOn Monday the town of Reading voted. Officials in Reading said the vote was fair.";
        var parse = Read("Voters in Reading Choose Mayor" + Body)[0];
        Assert.Contains(parse.Names, n => n.Kind == NameKind.Location && parse.SpanOf(n.Start, n.End).In(parse.Text) == "Reading");
    }

    private static IReadOnlyList<Parse> Read(string text)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var part in text.Split("\n\n"))
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, at + part.Length)));
            at += part.Length + 2;
        }
        return Shared.Value.Read(text, blocks);
    }
}
