using Readout.Loading;
using Readout.World.Visits;

namespace Readout.Tests.App;

public sealed class CheckTests
{
    private const string Visits = "start\tend\tvisitor\tfrom\tdescription\n" +
        "2010-04-12\t2010-04-13\tPresident Nicolas Sarkozy\tFrance\tAttended the summit.\n" +
        "2006-10-20\t2006-10-20\tPrime Minister Nicolas Sarkozy\tFrance\t\n" +
        "2019-01-04\t2019-01-05\tPresident Nicolas Sarkozy\tFrance\t\n" +
        "2010-04-12\t2010-04-13\tPresident Jan Nobody\tFrance\t\n" +
        "2010-04-12\t2010-04-13\tKing Arthur\tAvalon\t\n";

    private const string Journeys = "start\tend\twho\tcountry\tlocale\tremarks\n" +
        "2006-10-21\t2006-10-21\tCondoleezza Rice\tRussia\tMoscow\tMet with President Putin and Foreign Minister Lavrov.\n" +
        "2006-11-29\t2006-11-30\tCondoleezza Rice\tJordan\tAmman\tAccompanied President Bush. Met with King Abdullah II and Foreign Minister Nobody.\n";

    [Fact]
    public void Visits_that_disagree_with_the_office_tables_are_listed_with_what_the_tables_say()
    {
        using var session = new Session();
        Assert.Equal(0, session.Run("check", "--visits", session.File("visits.tsv", Visits), "--format", "csv"));
        Assert.Equal(
            ["line,start,end,who,of,host,finding,person,knowledge", "3,", "4,", "5,2010-04-12,2010-04-13,President Jan Nobody,France,false,unknown person,,", "6,2010-04-12,2010-04-13,King Arthur,Avalon,false,unknown state,,"],
            session.Lines.Select(l => l.Trim()).Select(l => l is ['3' or '4', ..] ? l[..2] : l));
        Assert.Contains("other office,Nicolas Sarkozy,", session.Lines[1]);
        Assert.Contains("other days,Nicolas Sarkozy,\"President 2007-05-16/2012-05-15", session.Lines[2]);
        Assert.Contains("visitors and travellers since 1990: 5, persons known 3 (60.0 %), agree 1", session.Errors);
    }

    [Fact]
    public void Hosts_and_companions_in_the_remarks_of_journeys_are_compared_too()
    {
        using var session = new Session();
        Assert.Equal(0, session.Run("check", "--visits", session.File("journeys.tsv", Journeys), "--format", "csv"));
        Assert.Equal("3,2006-11-29,2006-11-30,Foreign Minister Nobody,Jordan,true,unknown person,,", Assert.Single(session.Lines.Skip(1)).Trim());
        Assert.Contains("hosts named in remarks: 5, persons known 4", session.Errors);
    }

    [Fact]
    public void A_list_without_the_columns_is_refused_with_those_it_should_have()
    {
        using var session = new Session();
        Assert.Equal(2, session.Run("check", "--visits", session.File("visits.tsv", "name\tplace\nA\tB\n")));
        Assert.Contains("start, end, visitor, from", session.Errors);
        Assert.Equal(2, session.Run("check", "--visits", Path.Combine(session.Folder, "none.tsv")));
    }

    [Theory]
    [InlineData("visits-to-the-us.tsv", 0.97)]
    [InlineData("secretary-travels.tsv", 0.97)]
    [InlineData("president-travels.tsv", 0.97)]
    public void Of_those_who_travelled_or_were_visited_since_1990_nearly_all_are_known(string file, double least)
    {
        var actors = Known.Knowledge.Actors;
        var check = new VisitCheck(actors);
        var visits = VisitList.Read(KnowledgeTable.Parse(file, File.ReadAllText(Repository.Shared("data/history/" + file))), actors).Where(v => v.Start.Year >= 1990).Select(check.Check).ToList();
        Assert.True(visits.Count(v => v.Finding == VisitFinding.Agrees) >= least * visits.Count, string.Join('\n', visits.Where(v => v.Finding != VisitFinding.Agrees)));
    }
}
