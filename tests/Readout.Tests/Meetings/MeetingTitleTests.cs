
namespace Readout.Tests.Meetings;

public sealed class MeetingTitleTests
{
    [Theory]
    [InlineData("Secretary Blinken and Israeli Foreign Minister Lapid Before Their Meeting", true, false)]
    [InlineData("Secretary Blinken’s Meeting with German Chancellor Merkel", false, false)]
    [InlineData("Secretary Blinken’s Call with Qatari Foreign Minister Al Thani", false, true)]
    public void Titles_tell_meetings_and_calls(string title, bool isBoth, bool isPhone)
    {
        var told = Known.Knowledge.MeetingTitles.Of(title);
        Assert.NotNull(told);
        Assert.Equal((isBoth, isPhone), (told.Value.Form.IsBoth, told.Value.Form.IsPhone));
    }

    [Theory]
    [InlineData("Sanctions on Two Companies")]
    [InlineData("Secretary Blinken’s Travel to Kenya")]
    public void Other_titles_tell_none(string title) => Assert.Null(Known.Knowledge.MeetingTitles.Of(title));
}
