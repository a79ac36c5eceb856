using Readout.Events;
using Readout.Pages;
using Readout.Statements;
using Readout.World;

namespace Readout.Tests.Store;

/// <summary>Readings made by hand, so that the store is tested without models.</summary>
internal static class Made
{
    public const string Prose =
        "The foreign ministers of both states met in the capital for a second day of talks and agreed to set up a working group on the cost of bases, a spokesman said. "
        + "Officials of the two defence ministries will draft the text of an agreement before the summer, and parliaments must ratify it by the end of the year.";

    private static readonly Why Why = new("made");

    public static Reading Plain(string id, string text = Prose, string? published = "2021-03-18", string input = "a.jsonl#1", string? source = "The Paper", string reader = "r1") => new()
    {
        Article = Article(id, text, published, input, source),
        Sentences = [new TextSpan(0, text.Length)],
        Version = reader,
    };

    /// <summary>"Blinken said: CONTENT" with its speaker, statement, an event with the state PRK and a demand.</summary>
    public static Reading Full(string id, string content, string published = "2021-03-18", string date = "2021-03-18", EventStatus status = EventStatus.Happened)
    {
        var text = $"Blinken said: {content}";
        var (speaker, said) = (new TextSpan(0, 7), new TextSpan(14, text.Length));
        return Plain(id, text, published) with
        {
            Entities =
            [
                new Entity { Id = "antony-blinken", Kind = EntityKind.Person, Name = "Antony Blinken", Code = "USA", Sector = "GOV", Office = "Secretary of State", Mentions = [new Mention(speaker, MentionForm.Name)], Why = Why },
                new Entity { Id = "PRK", Kind = EntityKind.State, Name = "North Korea", Code = "PRK", Mentions = [new Mention(said, MentionForm.Name)], Why = Why },
            ],
            Statements = [new Statement { Id = "s1", Speaker = "antony-blinken", Source = speaker, Cue = new Cue(new TextSpan(8, 12), "say"), Content = [said], Form = StatementForm.Direct, Date = published, Why = Why }],
            Events = [new Event { Id = "e1", Type = "CONSULT", Mode = "meet", Cameo = "046", Goldstein = 7, Actors = ["antony-blinken"], Recipients = ["PRK"], Mutual = true, Date = date, Status = status, Confidence = 0.9, Evidence = said, Why = Why }],
            Positions = [new Position { Id = "p1", Holder = "PRK", Stance = Stance.Demands, Topic = "sanctions", Toward = ["USA"], Evidence = said, Why = Why }],
        };
    }

    private static Article Article(string id, string text, string? published, string input, string? source) => new()
    {
        Id = id,
        Input = input,
        Title = $"Title of {id}",
        Published = published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
        Source = source,
        Language = "en",
        Text = text,
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
        Dropped = [new Chrome("Share this", "button")],
    };
}
