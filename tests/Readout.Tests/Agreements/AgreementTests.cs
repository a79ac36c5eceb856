using Readout.Events;
using Readout.Tests.Positions;

namespace Readout.Tests.Agreements;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("Peru and Chile signed an agreement on fishing on Monday.", AgreementStatus.Signed, "CHL PER")]
    [InlineData("Kenya and Uganda initialled a treaty on water in Nairobi.", AgreementStatus.Initialled, "KEN UGA")]
    [InlineData("Norway and Poland ratified the accord on gas last week.", AgreementStatus.Ratified, "NOR POL")]
    [InlineData("India violated the ceasefire with Pakistan, officials said.", AgreementStatus.Violated, "IND PAK")]
    public void A_word_of_status_tells_how_far_it_is(string text, AgreementStatus status, string parties)
    {
        var agreement = Assert.Single(PositionTests.Read(text).Agreements);
        Assert.Equal(status, agreement.Status);
        Assert.Equal(parties, string.Join(' ', agreement.Parties.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("The coalition deal pleased both parties in Berlin.")]
    [InlineData("Sales rose a great deal in France.")]
    public void A_deal_within_a_state_is_no_agreement(string text) => Assert.Empty(PositionTests.Read(text).Agreements);
}
