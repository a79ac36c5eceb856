using Readout.Events;
using Readout.Meetings;
using Readout.Pages;

namespace Readout.Tests.Meetings;

public sealed class MeetingTests
{
    [Theory]
    [InlineData("CONSULT", EventStatus.Happened, "Peru met Chile", MeetingStatus.Held)]
    [InlineData("AGREE", EventStatus.Planned, "Peru will meet Chile", MeetingStatus.Planned)]
    [InlineData("REJECT", EventStatus.Happened, "Peru postponed talks with Chile", MeetingStatus.Postponed)]
    [InlineData("REJECT", EventStatus.Happened, "Peru called off its visit to Chile", MeetingStatus.Cancelled)]
    public void Events_of_three_types_are_meetings(string type, EventStatus status, string text, MeetingStatus expected)
    {
        var meeting = Assert.Single(Meetings(type, status, text));
        Assert.Equal(expected, meeting.Status);
        Assert.Equal(["PER", "CHL"], meeting.Sides);
    }

    [Theory]
    [InlineData("AGREE", EventStatus.Planned, "Peru will send grain to Chile")]
    [InlineData("REJECT", EventStatus.Happened, "Peru cancelled the debt of Chile")]
    public void Other_promises_and_refusals_are_none(string type, EventStatus status, string text) => Assert.Empty(Meetings(type, status, text));

    private static IReadOnlyList<Meeting> Meetings(string type, EventStatus status, string text) => MeetingFinder.Find(
        new Reading
        {
            Article = new Article { Id = "a", Input = "a", Text = text },
            Version = "",
            Events = [new Event { Id = "e1", Type = type, Actors = ["PER"], Recipients = ["CHL"], Status = status, Confidence = 1, Evidence = new TextSpan(0, text.Length), Why = new Why("test") }],
        },
        Known.Knowledge.Meetings);
}
