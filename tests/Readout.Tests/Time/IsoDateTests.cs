using Readout.Syntax;
using Readout.Time;

namespace Readout.Tests.Time;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("2021-03-18", "2021-03-18")]
    [InlineData("2021-03-18T10:00", "2021-03-18")]
    [InlineData("2021-03-18TMO", "2021-03-18")]
    [InlineData("2021-03", "2021-03")]
    [InlineData("2021", "2021")]
    [InlineData("2021-W11", "2021-03-15/2021-03-21")]
    [InlineData("2021-W11-WE", "2021-03-20/2021-03-21")]
    [InlineData("1989-Q3", "1989-07-01/1989-09-30")]
    [InlineData("2018-H1", "2018-01-01/2018-06-30")]
    [InlineData("1994-WI", "1994-12-01/1995-02-28")]
    [InlineData("199", "1990-01-01/1999-12-31")]
    [InlineData("19", "1900-01-01/1999-12-31")]
    [InlineData("PRESENT_REF", null)]
    [InlineData("BC0490", null)]
    [InlineData("2021-02-31", null)]
    [InlineData("", null)]
    public void A_value_becomes_a_day_month_year_or_interval(string value, string? iso) => Assert.Equal(iso, IsoDate.OfValue(value));

    [Fact]
    public void Lengths_and_sets_have_no_date() =>
        Assert.Null(IsoDate.Of(new TimeExpression(new TextSpan(0, 4), TimeType.Duration, "2021", new Why("test"))));

    [Fact]
    public void The_time_of_a_verb_is_its_own_and_not_that_of_the_report()
    {
        // They said Friday that troops left in May .
        var parse = Tree("They said Friday that troops left in May .", (1, Deprel.Nsubj, "PRON"), (-1, Deprel.Root, "VERB"), (1, Deprel.OblUnmarked, "PROPN"), (5, Deprel.Mark, "SCONJ"), (5, Deprel.Nsubj, "NOUN"), (1, Deprel.Ccomp, "VERB"), (7, Deprel.Case, "ADP"), (5, Deprel.Obl, "PROPN"), (1, Deprel.Punct, "PUNCT"));
        var times = new TimeFinder(Known.Knowledge.Time).Find(parse.Text, [], new DateOnly(2021, 6, 17));
        Assert.Equal("2021-05", EventDate.Of(parse, 5, times, null));
        Assert.Equal("2021-06-11", EventDate.Of(parse, 1, times, null));
    }

    [Fact]
    public void Joined_verbs_share_a_time_and_since_opens_an_interval()
    {
        var parse = Tree("They met and fought since 2015 .", (1, Deprel.Nsubj, "PRON"), (-1, Deprel.Root, "VERB"), (3, Deprel.Cc, "CCONJ"), (1, Deprel.Conj, "VERB"), (5, Deprel.Case, "ADP"), (3, Deprel.Obl, "NUM"), (1, Deprel.Punct, "PUNCT"));
        var times = new TimeFinder(Known.Knowledge.Time).Find(parse.Text, [], new DateOnly(2021, 6, 17));
        Assert.Equal("2015/2021-06-17", EventDate.Of(parse, 3, times, new DateOnly(2021, 6, 17)));
        Assert.Equal("2015/2021-06-17", EventDate.Of(parse, 1, times, new DateOnly(2021, 6, 17)));
    }

    private static Parse Tree(string text, params (int Head, Deprel Deprel, string Upos)[] words)
    {
        var at = 0;
        var tokens = text.Split(' ').Select((form, i) =>
        {
            var start = text.IndexOf(form, at, StringComparison.Ordinal);
            at = start + form.Length;
            return new Token(new TextSpan(start, at), form.ToLowerInvariant(), Enum.Parse<Upos>(words[i].Upos, ignoreCase: true), "_", "_", words[i].Head, words[i].Deprel);
        }).ToArray();
        return new Parse(text, new TextSpan(0, text.Length), tokens, []);
    }
}
