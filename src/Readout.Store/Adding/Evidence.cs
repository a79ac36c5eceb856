using Readout.Meetings;
using Readout.Store.Data;
using Readout.World;

namespace Readout.Store.Adding;

/// <summary>What the rows of findings need of their reading: sentences around spans, codes of entities, entities inside spans.</summary>
internal sealed class Evidence(Reading reading)
{
    private readonly Dictionary<string, Entity> entities = ById(reading.Entities);

    private readonly Dictionary<string, Meeting> meetings = reading.Meetings.DistinctBy(m => m.Event).ToDictionary(m => m.Event, StringComparer.Ordinal);

    public string Text => reading.Article.Text;

    public string Article => reading.Article.Id;

    public string? Published { get; } = reading.Article.Published is { } day ? IsoPeriod.Text(day) : null;

    public Meeting? MeetingOf(string id) => meetings.GetValueOrDefault(id);

    /// <summary>The sentences that a span touches, from the first's start to the last's end.</summary>
    public TextSpan SentenceOf(TextSpan span)
    {
        var cover = span;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Start >= span.End) break;
            if (sentence.Overlaps(span)) cover = cover.Cover(sentence);
        }
        return cover;
    }

    /// <summary>Number of the sentence that a span begins in, from 1.</summary>
    public int NumberOf(TextSpan span)
    {
        var number = 0;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Start > span.Start) break;
            number++;
        }
        return Math.Max(1, number);
    }

    public string? CodeOf(string? id) => id is null ? null : entities.TryGetValue(id, out var entity) ? entity.Code : IsCode(id) ? id : null;

    /// <summary>Entities that the text names or describes inside a span.</summary>
    public IEnumerable<Entity> Named(IReadOnlyList<TextSpan> spans) =>
        entities.Values.Where(e => e.Mentions.Any(m => m.Form != MentionForm.Pronoun && spans.Any(s => s.Contains(m.Span))));

    private static bool IsCode(string id) => id.Length == 3 && id.All(char.IsAsciiLetterUpper);

    private static Dictionary<string, Entity> ById(IEnumerable<Entity> entities)
    {
        var byId = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in entities) byId.TryAdd(entity.Id, entity);
        return byId;
    }
}
