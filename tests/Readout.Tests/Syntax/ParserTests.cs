using Readout.Loading;
using Readout.Names;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests.Syntax;

public sealed class ParserTests
{
    private static readonly Lazy<Parser> Shared = new(() =>
        new Parser(LanguageModel.Load(Path.Combine(Repository.Root, "models")), LanguageRules.Load(new KnowledgeFolder(Repository.Knowledge))));

    [Fact]
    public void A_plain_sentence_has_its_words_tree_and_names()
    {
        var parse = Assert.Single(Read("Foreign ministers from Japan met Anna Schmidt in Geneva."));
        Assert.Equal("met", parse.Form(parse.Root));
        var subject = parse.Child(parse.Root, Deprel.Nsubj);
        Assert.Equal("minister", parse[subject].Lemma);
        Assert.Equal("meet", parse[parse.Root].Lemma);
        Assert.Equal(Upos.Verb, parse[parse.Root].Upos);
        Assert.Equal("Schmidt", parse.Form(parse.Names.Single(n => n.Kind == NameKind.Person).End - 1));
        Assert.Equal(["Japan", "Geneva"], parse.Names.Where(n => n.Kind == NameKind.Location).Select(n => parse.SpanOf(n.Start, n.End).In(parse.Text)));
    }

    [Fact]
    public void Blocks_end_sentences_and_abbreviations_do_not()
    {
        var parses = Read("Talks in Oslo\n\nGen. Berg met U.S. envoys on Monday. \"We agree,\" he said. They left.");
        Assert.Equal(["Talks in Oslo", "Gen. Berg met U.S. envoys on Monday.", "\"We agree,\" he said.", "They left."], parses.Select(p => p.Span.In(p.Text)));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "20,000 words", string.Concat(Enumerable.Repeat("word , and ", 6667)) },
        { "no spaces", new string('a', 50_000) },
        { "letters and stops", string.Concat(Enumerable.Repeat("a.b", 5_000)) },
        { "emoji", string.Concat(Enumerable.Repeat("\U0001F600", 5_000)) },
        { "right to left", string.Concat(Enumerable.Repeat("\u202Eשלום \u200F", 2_000)) },
        { "half pairs", string.Concat(Enumerable.Repeat("\uD83D \uDE00", 2_000)) },
        { "capitals", string.Concat(Enumerable.Repeat("THE MINISTER SAID NOTHING. ", 500)) },
        { "brackets", new string('(', 5_000) },
        { "apostrophes", string.Concat(Enumerable.Repeat("'’-", 3_000)) },
        { "controls", "a\0b\u0001c\uFFFF" },
        { "nothing", " \n\u200B\n " },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_ends_in_sound_trees(string name, string text)
    {
        Assert.NotEmpty(name);
        foreach (var parse in Read(text)) AssertSound(parse);
    }

    private static void AssertSound(Parse parse)
    {
        var depth = new int[parse.Count];
        var roots = 0;
        for (var i = 0; i < parse.Count; i++)
        {
            var steps = 0;
            for (var at = i; at >= 0 && steps <= parse.Count; at = parse[at].Head) steps++;
            Assert.InRange(steps, 1, 420);
            if (parse[i].Head < 0) roots++;
        }
        Assert.Equal(1, roots);
        Assert.Equal(depth.Length, parse.Subtree(parse.Root).End - parse.Subtree(parse.Root).Start);
        Assert.All(parse.Names, n => Assert.InRange(n.End, n.Start + 1, parse.Count));
    }

    [Fact]
    public void A_sentence_does_not_depend_on_its_neighbours_or_the_number_of_jobs()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 120).Select(i => $"Minister number {i} told reporters in Vienna that {i * 7} envoys had left. The talks go on, said Ms. Weber."));
        Assert.Equal(Printed(text, 1), Printed(text, 2));
        var alone = Read("The talks go on, said Ms. Weber.").Single();
        var among = Read(text)[1];
        Assert.Equal(alone.Tokens.ToArray().Select(t => (t.Lemma, t.Xpos, t.Head, t.Deprel)), among.Tokens.ToArray().Select(t => (t.Lemma, t.Xpos, t.Head, t.Deprel)));
    }

    private static string Printed(string text, int jobs)
    {
        using var session = new App.Session();
        Assert.Equal(0, session.Run("parse", "--jobs", $"{jobs}", session.File("text.txt", text)));
        return session.Output;
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
