using System.Globalization;
using System.Text.Json;
using Readout.Events;
using Readout.Figures;
using Readout.Meetings;
using Readout.Pages;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.Time;
using Readout.World;

namespace Readout.Output;

/// <summary>Reads back what <see cref="ReadingJson"/> writes. What the JSON does not carry (the dropped pieces of the page) is not in the reading that comes back.</summary>
internal static class ReadingParse
{
    /// <summary>Throws <see cref="FormatException"/>, <see cref="KeyNotFoundException"/> or <see cref="InvalidOperationException"/> where the JSON is no reading.</summary>
    public static Reading Of(JsonElement json)
    {
        var reading = Findings(json);
        var events = reading.Events.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        return reading with { Meetings = [.. Each(json, "meetings", m => MeetingOf(m, events)).OfType<Meeting>()] };
    }

    private static Reading Findings(JsonElement json) => new()
    {
        Article = ArticleOf(json.GetProperty("article")),
        Version = json.GetProperty("version").GetString()!,
        Sentences = Each(json, "sentences", Span),
        Entities = Each(json, "entities", EntityOf),
        Times = Each(json, "times", t => new TimeExpression(Span(t), Word<TimeType>(t, "type"), Text(t, "value"), WhyOf(t))),
        Figures = Each(json, "figures", FigureOf),
        Statements = Each(json, "statements", StatementOf),
        Wording = Each(json, "wording", w => new WordingUse(w.GetProperty("family").GetString()!, w.GetProperty("form").GetString()!, Span(w), Text(w, "statement"), WhyOf(w))),
        Events = Each(json, "events", EventOf),
        Positions = Each(json, "positions", PositionOf),
        Agreements = Each(json, "agreements", AgreementOf),
        Doubts = Each(json, "doubts", d => new Doubt(d.GetProperty("code").GetString()!, d.GetProperty("message").GetString()!, d.TryGetProperty("start", out _) ? Span(d) : null)),
    };

    private static Article ArticleOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Input = json.GetProperty("input").GetString()!,
        Url = Text(json, "url"),
        Title = Text(json, "title"),
        Published = Text(json, "published") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        PublishedFrom = Word<PublishedFrom>(json, "publishedFrom"),
        Source = Text(json, "source"),
        Authors = Texts(json, "authors"),
        Language = json.GetProperty("language").GetString()!,
        Text = json.GetProperty("text").GetString()!,
        Blocks = Each(json, "blocks", b => new Block(Word<BlockKind>(b, "kind"), Span(b))),
    };

    private static Entity EntityOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Kind = Word<EntityKind>(json, "kind"),
        Name = json.GetProperty("name").GetString()!,
        Code = Text(json, "code"),
        Sector = Text(json, "sector"),
        Office = Text(json, "office"),
        Mentions = Each(json, "mentions", m => new Mention(Span(m), Word<MentionForm>(m, "form"))),
        Why = WhyOf(json),
    };

    private static Figure FigureOf(JsonElement json) =>
        new(Span(json), json.GetProperty("value").GetDecimal(), Text(json, "unit"), Text(json, "of"), Text(json, "in"), json.GetProperty("approximate").GetBoolean(), WhyOf(json));

    private static Statement StatementOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Speaker = Text(json, "speaker"),
        With = json.TryGetProperty("with", out _) ? Texts(json, "with") : [],
        Source = Maybe(json, "source"),
        Cue = json.TryGetProperty("cue", out var cue) && cue.ValueKind == JsonValueKind.Object ? new Cue(Span(cue), cue.GetProperty("lemma").GetString()!) : null,
        Content = Each(json, "content", Span),
        Form = Word<StatementForm>(json, "form"),
        Act = json.TryGetProperty("act", out _) ? Word<StatementAct>(json, "act") : default,
        To = Texts(json, "to"),
        Via = Texts(json, "via"),
        Date = Text(json, "date"),
        Why = WhyOf(json),
    };

    private static Event EventOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Type = json.GetProperty("type").GetString()!,
        Mode = Text(json, "mode"),
        Contexts = Texts(json, "contexts"),
        Cameo = Text(json, "cameo"),
        Goldstein = Real(json, "goldstein"),
        Actors = Texts(json, "actors"),
        Recipients = Texts(json, "recipients"),
        Mutual = json.TryGetProperty("mutual", out var mutual) && mutual.GetBoolean(),
        Date = Text(json, "date"),
        Place = json.TryGetProperty("place", out var place) && place.ValueKind == JsonValueKind.Object
            ? new Place(place.GetProperty("name").GetString()!, Text(place, "country"), Real(place, "latitude"), Real(place, "longitude")) : null,
        Status = Word<EventStatus>(json, "status"),
        Statement = Text(json, "statement"),
        Confidence = Real(json, "confidence") ?? 0,
        Evidence = Span(json.GetProperty("evidence")),
        AlsoAt = json.TryGetProperty("alsoAt", out var also) ? [.. also.EnumerateArray().Select(Span)] : [],
        Why = WhyOf(json),
    };

    private static Position PositionOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Holder = json.GetProperty("holder").GetString()!,
        Voice = Text(json, "voice"),
        Stance = Word<Stance>(json, "stance"),
        Topic = json.GetProperty("topic").GetString()!,
        Toward = Texts(json, "toward"),
        Condition = Maybe(json, "condition"),
        Statement = Text(json, "statement"),
        Evidence = Span(json.GetProperty("evidence")),
        Why = WhyOf(json),
    };

    private static Agreement AgreementOf(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString()!,
        Name = Text(json, "name"),
        Parties = Texts(json, "parties"),
        Subject = Maybe(json, "subject"),
        Status = Word<AgreementStatus>(json, "status"),
        Date = Text(json, "date"),
        Evidence = Span(json.GetProperty("evidence")),
        Why = WhyOf(json),
    };

    private static Meeting? MeetingOf(JsonElement json, Dictionary<string, Event> events)
    {
        var id = json.GetProperty("event").GetString()!;
        if (!events.TryGetValue(id, out var found)) return null;
        return new Meeting
        {
            Event = id,
            Sides = [.. found.Actors.Concat(found.Recipients).Distinct(StringComparer.Ordinal)],
            Date = found.Date,
            Place = found.Place,
            Way = Word<MeetingWay>(json, "way"),
            Status = Word<MeetingStatus>(json, "status"),
            Evidence = found.Evidence,
        };
    }

    private static Why WhyOf(JsonElement json)
    {
        var rule = Text(json, "rule") ?? "";
        return json.TryGetProperty("why", out var why) ? new Why(rule, why.GetProperty("file").GetString(), why.GetProperty("line").GetInt32()) : new Why(rule);
    }

    private static IReadOnlyList<T> Each<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read)] : [];

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => Each(json, name, t => t.GetString() ?? throw new FormatException($"'{name}' must hold texts"));

    private static TextSpan Span(JsonElement json) => new(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());

    private static TextSpan? Maybe(JsonElement json, string name) => json.TryGetProperty(name, out var span) && span.ValueKind == JsonValueKind.Object ? Span(span) : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind != JsonValueKind.Null ? text.GetString() : null;

    private static double? Real(JsonElement json, string name) => json.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum
    {
        var word = json.GetProperty(name).GetString();
        return Words.Parse<T>(word) ?? throw new FormatException($"'{name}' cannot be '{word}'; it is one of {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}");
    }
}
