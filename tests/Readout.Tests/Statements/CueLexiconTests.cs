using Readout.Loading;
using Readout.Statements;

namespace Readout.Tests.Statements;

public sealed class CueLexiconTests
{
    [Fact]
    public void The_shipped_lexicon_is_sound_and_large()
    {
        var lexicon = new CueLexicon(new KnowledgeFolder(Repository.Knowledge));
        Assert.Contains(lexicon.Verbs("say"), e => e.TakesQuote && e.TakesClause);
        Assert.Equal("point out", lexicon.Verbs("point")[0].Lemma);
        Assert.Contains(lexicon.Nouns("promise"), e => e.Has(FrameKind.Infinitive));
        Assert.Contains(lexicon.Phrases("according"), p => p.Lemma == "according to");
    }

    [Fact]
    public void A_wrong_frame_is_named_with_its_line()
    {
        var table = KnowledgeTable.Parse("statements/verbs.tsv", "verb\tact\tframes\nsay\tassert\tthat|thus\n");
        var error = Assert.Throws<KnowledgeException>(() => CueFrame.Parse("thus", table.Rows[0]));
        Assert.StartsWith("knowledge/statements/verbs.tsv(2): unknown frame 'thus'; known are that, wh, quote", error.Message, StringComparison.Ordinal);
    }
}
