using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests.Events;

/// <summary>Where an act is told to happen.</summary>
public sealed class PlaceTests
{
    private static readonly Lazy<Reader> Reader = new(() => new Reader(Known.Knowledge, LanguageModel.Load(Path.Combine(Repository.Root, "models"))));

    [Theory]
    [InlineData("Foreign Minister Park Jin met with Canadian Foreign Minister Mélanie Joly in Seoul.", "Seoul")]
    [InlineData("Foreign Minister Park Jin met with Mélanie Joly on the margins of the security conference in Munich.", "Munich")]
    [InlineData("In Warsaw, Secretary Blinken met Polish President Andrzej Duda.", "Warsaw")]
    [InlineData("Secretary Blinken met Polish President Andrzej Duda and discussed the war in Ukraine.", null)]
    public void A_place_below_a_person_or_an_occasion_is_the_place_of_the_meeting(string text, string? place)
    {
        var article = new Article { Id = "case", Input = "case", Text = text, Language = "en", Published = new DateOnly(2022, 10, 13), Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))] };
        Assert.Equal(place, Reader.Value.Read(article).Events.First(e => e.Type == "CONSULT").Place?.Name);
    }
}
