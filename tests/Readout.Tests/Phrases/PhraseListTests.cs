using System.Text.RegularExpressions;
using CsCheck;
using Readout.Phrases;

namespace Readout.Tests.Phrases;

/// <summary>Phrases found in one walk are those that a regular expression for each would find.</summary>
public sealed class PhraseListTests
{
    private static readonly string[] Some = ["troop*", "troop cost*", "war", "war on terror", "organi*ed crime", "open door", "article 5", "co-operat*", "no", "NO entry"];
    private static readonly string[] Parts = ["troop", "troops", "Troop costs", "war", "War", "-", " ", "on terror", "organised crime", "organiXed", "crime", "open", "door", "article 5", "56", "_", "\u200D", "é", "co-operation", "NO ENTRY", "no", ".", "\u212A"];
    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].List[0, 12].Select(chosen => string.Concat(chosen.Select(p => Parts[p])));

    [Fact]
    public void FindsTheLongestAsRegularExpressionsDo() =>
        Texts.Sample(text => Assert.Equal(Longest(text), new PhraseList(Some).Longest(text)), iter: 5000);

    [Fact]
    public void KnowsWhetherOneIsThere() =>
        Texts.Sample(text => Assert.Equal(Some.Any(p => Pattern(p).IsMatch(text)), new PhraseList(Some).IsIn(text)), iter: 5000);

    private static int Longest(string text)
    {
        var (best, length) = (-1, 0);
        foreach (var (number, phrase) in Some.Index())
            if (Pattern(phrase).Match(text) is { Success: true } match && match.Length > length) (best, length) = (number, match.Length);
        return best;
    }

    private static Regex Pattern(string phrase) => new(@"\b" + Regex.Escape(phrase).Replace(@"\*", @"\w*", StringComparison.Ordinal) + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
