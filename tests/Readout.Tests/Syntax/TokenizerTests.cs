using Readout.Loading;
using Readout.Syntax;

namespace Readout.Tests.Syntax;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(LanguageRules.Load(new KnowledgeFolder(Repository.Knowledge)));

    [Theory]
    [InlineData("The envoy doesn't agree.", "The|envoy|does|n't|agree|.")]
    [InlineData("Seoul’s ministers can’t wait.", "Seoul|’s|ministers|ca|n’t|wait|.")]
    [InlineData("The soldiers' families cannot leave.", "The|soldiers|'|families|can|not|leave|.")]
    [InlineData("A four-day, high-level visit", "A|four|-|day|,|high|-|level|visit")]
    [InlineData("Non-aligned ex-ministers", "Non-aligned|ex-ministers")]
    [InlineData("Chung Eui-yong met Park Geun-hye's aide", "Chung|Eui-yong|met|Park|Geun-hye|'s|aide")]
    [InlineData("The U.S. and Gen. Abe of Acme Corp. agreed at 5 p.m. today", "The|U.S.|and|Gen.|Abe|of|Acme|Corp.|agreed|at|5|p.m.|today")]
    [InlineData("U.S.-led talks", "U.S.|-|led|talks")]
    [InlineData("They paid $221bn (28,000 men, 3.5%) in the 1990s.", "They|paid|$|221|bn|(|28,000|men|,|3.5|%|)|in|the|1990s|.")]
    [InlineData("He said \"no...\" Why?!", "He|said|\"|no|...|\"|Why|?!")]
    [InlineData("See https://example.org/a?b=c. Write to desk@example.org, please", "See|https://example.org/a?b=c|.|Write|to|desk@example.org|,|please")]
    [InlineData("J. Smith and I. Then", "J.|Smith|and|I|.|Then")]
    [InlineData("\u202BAB\u202C \U0001F600\U0001F44D\U0001F3FD!", "AB|\U0001F600|\U0001F44D|\U0001F3FD|!")]
    public void Words_are_cut_as_the_treebanks_do(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokens(text, new TextSpan(0, text.Length)).Select(t => t.In(text))));

    [Fact]
    public void Any_characters_give_sorted_spans_that_hold_all_that_is_visible()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 80).Select(_ => "aB3 .,'’-\"$@:/\n\u0301\uD83D\uDE00\u200Fé中\u0000"[random.Next(20)]));
            var spans = Tokenizer.Tokens(text, new TextSpan(0, text.Length));
            Assert.True(spans.Zip(spans.Skip(1)).All(p => p.First.End <= p.Second.Start));
            Assert.All(spans, s => Assert.False(s.IsEmpty));
            var covered = new bool[text.Length];
            foreach (var span in spans) covered.AsSpan(span.Start, span.Length).Fill(true);
            for (var i = 0; i < text.Length; i++) Assert.True(covered[i] || Tokenizer.IsGap(text[i]));
        }
    }
}
