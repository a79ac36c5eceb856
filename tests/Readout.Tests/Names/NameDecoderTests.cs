using Readout.Names;

namespace Readout.Tests.Names;

public sealed class NameDecoderTests
{
    [Fact]
    public void An_inside_never_stands_without_its_beginning()
    {
        var random = new Random(4);
        for (var round = 0; round < 100; round++)
        {
            float[][] probabilities = [.. Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, NameTags.Count).Select(_ => random.NextSingle()).ToArray())];
            var tags = NameDecoder.Decode(probabilities);
            for (var i = 1; i < tags.Length; i++) Assert.True(NameTags.MayFollow(tags[i - 1], tags[i]));
        }
    }

    [Fact]
    public void Names_are_counted_in_words_without_the_root()
    {
        int[] tags = [0, NameTags.Begin(NameKind.Person), NameTags.Inside(NameKind.Person), NameTags.Begin(NameKind.Person), 0, NameTags.Begin(NameKind.Location)];
        Assert.Equal([new Name(0, 2, NameKind.Person), new Name(2, 3, NameKind.Person), new Name(4, 5, NameKind.Location)], NameDecoder.Names(tags));
    }
}
