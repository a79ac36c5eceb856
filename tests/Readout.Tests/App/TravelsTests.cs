using System.Text.Json;

namespace Readout.Tests.App;

public sealed class TravelsTests
{
    private const string Journeys = "start\tend\twho\tcountry\tlocale\tremarks\n" +
        "2022-03-06\t2022-03-08\tAntony John Blinken\tBelgium\tBrussels\tMet with Secretary General Stoltenberg.\n";

    [Fact]
    public void Each_release_about_a_meeting_on_a_journey_is_listed_with_what_the_calendar_has_of_it()
    {
        using var session = new Session();
        Add(session,
            Release("nato", "2022-03-07", "Secretary Blinken’s Meeting with NATO Secretary General Stoltenberg", "Secretary of State Antony J. Blinken met today with NATO Secretary General Jens Stoltenberg in Brussels. They discussed the security of Europe."),
            Release("home", "2022-04-04", "Secretary Blinken’s Meeting with German Foreign Minister Baerbock", "Secretary of State Antony J. Blinken met today with German Foreign Minister Annalena Baerbock."),
            Release("call", "2022-03-07", "Secretary Blinken’s Call with German Foreign Minister Baerbock", "Secretary of State Antony J. Blinken spoke today with German Foreign Minister Annalena Baerbock."));
        Assert.Equal(0, session.Run("check", "--travels", session.File("journeys.tsv", Journeys), "--store", Store(session), "--format", "csv"));
        var line = Assert.Single(session.Lines.Skip(1));
        Assert.StartsWith("2022-03-07,nato,", line, StringComparison.Ordinal);
        Assert.Contains(",agrees,", line);
        Assert.Contains("releases about meetings on journeys: 1; who, when and where agree 1 (100.0 %)", session.Errors);
    }

    [Fact]
    public void A_meeting_without_a_place_gets_that_of_another_meeting_of_the_day_and_says_from_where()
    {
        using var session = new Session();
        Add(session,
            Release("nato", "2022-03-07", "Secretary Blinken’s Meeting with NATO Secretary General Stoltenberg", "Secretary of State Antony J. Blinken met today with NATO Secretary General Jens Stoltenberg in Brussels. They discussed the security of Europe."),
            Release("france", "2022-03-07", "Secretary Blinken’s Meeting with French Foreign Minister Le Drian", "Secretary of State Antony J. Blinken met today with French Foreign Minister Jean-Yves Le Drian. They discussed the Sahel."));
        Assert.Equal(0, session.Run("check", "--travels", session.File("journeys.tsv", Journeys), "--store", Store(session), "--format", "jsonl"));
        using var france = JsonDocument.Parse(session.Lines.Single(l => l.Contains("\"article\":\"france\"", StringComparison.Ordinal)));
        Assert.Equal("agrees", france.RootElement.GetProperty("finding").GetString());
        Assert.Equal("BEL", france.RootElement.GetProperty("country").GetString());
        Assert.StartsWith("nato#", france.RootElement.GetProperty("placedBy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_report_that_tells_it_no_place_is_given()
    {
        using var session = new Session();
        Add(session, Release("france", "2022-03-07", "Secretary Blinken’s Meeting with French Foreign Minister Le Drian", "Secretary of State Antony J. Blinken met today with French Foreign Minister Jean-Yves Le Drian. They discussed the Sahel."));
        Assert.Equal(0, session.Run("check", "--travels", session.File("journeys.tsv", Journeys), "--store", Store(session), "--format", "csv"));
        Assert.Contains(",no place,", Assert.Single(session.Lines.Skip(1)));
        Assert.Contains("place told 0 (0.0 %)", session.Errors);
    }

    [Fact]
    public void A_list_without_the_columns_is_refused_with_those_it_should_have()
    {
        using var session = new Session();
        Assert.Equal(2, session.Run("check", "--travels", session.File("journeys.tsv", "name\tplace\nA\tB\n")));
        Assert.Contains("start, end, who, country", session.Errors);
    }

    private static string Store(Session session) => Path.Combine(session.Folder, "record.db");

    private static void Add(Session session, params string[] releases) =>
        Assert.Equal(0, session.Run("add", session.File("releases.jsonl", string.Join('\n', releases)), "--store", Store(session), "--quiet"));

    private static string Release(string id, string published, string title, string text) => JsonSerializer.Serialize(new { id, published, title, text, source = "US Department of State" });
}
