using Readout.Agreements;
using Readout.Events;
using Readout.Figures;
using Readout.Meetings;
using Readout.Pages;
using Readout.Positions;
using Readout.Statements;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout;

/// <summary>Reads one page. Pure: the same page, knowledge and models always give the same reading.</summary>
public sealed class Reader(Knowledge knowledge, LanguageModel model)
{
    /// <summary>Characters of one article that are read for findings, about 65,000 words: about nine seconds of one core where it was measured. A limit of work, not of time, so that the same page gives the same reading everywhere.</summary>
    public const int ReadLimit = 400_000;

    private readonly ArticleExtractor extractor = new(knowledge.Pages);
    private readonly Parser parser = new(model, knowledge.Language);
    private readonly TimeFinder timeFinder = new(knowledge.Time);
    private readonly FigureFinder figureFinder = new(knowledge.Figures);

    /// <summary>Content hash of the knowledge and the models; stands in every reading.</summary>
    public string Version { get; } = $"{knowledge.Version}+{model.Version}";

    /// <summary>Reads one page. Throws <see cref="PageException"/> when it is empty, no text, or larger than 32 MB; on nothing else.</summary>
    public Reading Read(Page page) => Read(Extract(page));

    /// <summary>The first step alone: the article of a page, without findings. Throws as <see cref="Read(Page)"/> does.</summary>
    public Article Extract(Page page) => extractor.Extract(page);

    /// <summary>Reads an article, of a very long one its first <see cref="ReadLimit"/> characters.</summary>
    public Reading Read(Article article)
    {
        if (article.Text.Length <= ReadLimit) return ReadWhole(article);
        var reading = ReadWhole(article.Beginning(ReadLimit));
        var doubt = new Doubt("article-cut", $"is {article.Text.Length} characters long; only its first {reading.Article.Text.Length} were read for findings: split it to have the rest read");
        return reading with { Article = article, Doubts = [.. reading.Doubts, doubt] };
    }

    private Reading ReadWhole(Article article)
    {
        // Other languages are kept and marked, and not read further.
        if (article.Language != "en") return new Reading { Article = article, Version = Version };
        var (times, parses, cast, statements) = Scan(article);
        var scene = new Scene(article, parses, cast, statements, knowledge.Rules);
        var title = TitleMeeting.Of(scene, knowledge.MeetingTitles, t => OfTitle(t, article));
        var events = EventFinder.Find(scene, times, knowledge.Rules, title);
        var reading = new Reading
        {
            Article = article,
            Sentences = [.. parses.Select(p => p.Span)],
            Entities = title is null ? cast.Entities : [.. cast.Entities, .. title.Added],
            Times = times,
            Figures = figureFinder.Find(article.Text, parses, times, cast),
            Statements = statements,
            Wording = knowledge.Wording.Find(article.Text, statements),
            Events = events,
            Positions = PositionFinder.Find(scene, events, knowledge),
            Agreements = AgreementFinder.Find(scene, times, knowledge),
            Doubts = cast.Doubts,
            Version = Version,
        };
        return reading with { Meetings = MeetingFinder.Find(reading, knowledge.Meetings) };
    }

    /// <summary>The readings of an article's clauses as events with their signs, and its sentences, for the trainer of the weights.</summary>
    internal (IReadOnlyList<EventDraft> Drafts, IReadOnlyList<Parse> Parses) Drafts(Article article)
    {
        var (times, parses, cast, statements) = Scan(article);
        return (EventFinder.Drafts(new Scene(article, parses, cast, statements, knowledge.Rules), times, knowledge.Rules), parses);
    }

    /// <summary>The readings of an article's clauses as positions with their signs, for the trainer of the weights.</summary>
    internal IReadOnlyList<PositionDraft> PositionDrafts(Article article)
    {
        var (times, parses, cast, statements) = Scan(article);
        var scene = new Scene(article, parses, cast, statements, knowledge.Rules);
        return PositionFinder.Drafts(scene, EventFinder.Find(scene, times, knowledge.Rules, null), knowledge);
    }

    // Whom a title names, read as a text of its own.
    private Cast OfTitle(string title, Article article)
    {
        IReadOnlyList<Block> blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, title.Length))];
        return CastFinder.Find(article with { Title = null, Text = title, Blocks = blocks }, parser.Read(title, blocks), [], knowledge.Actors, knowledge.Places);
    }

    private (IReadOnlyList<TimeExpression> Times, IReadOnlyList<Parse> Parses, Cast Cast, IReadOnlyList<Statement> Statements) Scan(Article article)
    {
        var times = timeFinder.Find(article.Text, article.Blocks, article.Published);
        var parses = parser.Read(article.Text, article.Blocks);
        var cast = CastFinder.Find(article, parses, times, knowledge.Actors, knowledge.Places);
        return (times, parses, cast, knowledge.Statements.Find(article, parses, cast.Entities, times));
    }
}
