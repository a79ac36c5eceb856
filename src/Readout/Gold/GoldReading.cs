using System.Text.Json;
using System.Text.Json.Serialization;
using Readout.World;

namespace Readout.Gold;

/// <summary>What a careful reader finds in an article, in the shape of the files below <c>eval/gold/readings</c>. Actors are <c>CODE</c> or <c>CODE:SECTOR</c>, texts are exact pieces of the article.</summary>
internal sealed record GoldReading
{
    public string Id { get; init; } = "";

    public IReadOnlyList<GoldEvent> Events { get; init; } = [];

    public IReadOnlyList<GoldStatement> Statements { get; init; } = [];

    public IReadOnlyList<GoldPosition> Positions { get; init; } = [];

    public IReadOnlyList<GoldAgreement> Agreements { get; init; } = [];

    public IReadOnlyList<GoldPerson> People { get; init; } = [];

    /// <exception cref="JsonException">The text is no gold reading.</exception>
    public static GoldReading Parse(string json) => JsonSerializer.Deserialize(json, GoldJson.Default.GoldReading)!;

    /// <summary>The gold shape of what Readout found.</summary>
    public static GoldReading Of(Reading reading)
    {
        var text = reading.Article.Text;
        var entities = reading.Entities.ToDictionary(e => e.Id);
        return new GoldReading
        {
            Id = reading.Article.Id,
            Events = [.. reading.Events.Select(e => new GoldEvent(e.Type, Codes(e.Actors), Codes(e.Recipients), e.Mutual, e.Date, Output.Words.Of(e.Status), e.Evidence.In(text)))],
            Statements = [.. reading.Statements.Select(s => new GoldStatement(Name(s.Speaker), [.. s.Content.Select(c => c.In(text))]))],
            Positions = [.. reading.Positions.Select(p => new GoldPosition(State(p.Holder), Output.Words.Of(p.Stance), p.Evidence.In(text)))],
            Agreements = [.. reading.Agreements.Select(a => new GoldAgreement(a.Name, [.. a.Parties.Select(State)], a.Evidence.In(text)))],
            People = [.. reading.Entities.Where(e => e.Kind == EntityKind.Person).Select(e => new GoldPerson(e.Name, e.Code))],
        };

        string State(string id) => entities.TryGetValue(id, out var entity) && entity.Code is { } code ? code : id;
        string? Name(string? id) => id is not null && entities.TryGetValue(id, out var entity) ? entity.Name : id;
        IReadOnlyList<string> Codes(IReadOnlyList<string> ids) => [.. ids.Select(State)];
    }
}

internal sealed record GoldEvent(string Type, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients, bool Mutual, string? Date, string? Status, string? Evidence)
{
    public override string ToString() => $"{Type} {string.Join('+', Actors)} > {string.Join('+', Recipients)} {Date} {Status}: {Evidence}";
}

internal sealed record GoldStatement(string? Speaker, IReadOnlyList<string> Content)
{
    public override string ToString() => $"{Speaker ?? "unnamed"}: {string.Join(" … ", Content)}";
}

internal sealed record GoldPosition(string Holder, string Stance, string? Evidence)
{
    public override string ToString() => $"{Holder} {Stance}: {Evidence}";
}

internal sealed record GoldAgreement(string? Name, IReadOnlyList<string> Parties, string? Evidence)
{
    public override string ToString() => $"{Name} {string.Join('+', Parties)}: {Evidence}";
}

internal sealed record GoldPerson(string Name, string? Country)
{
    public override string ToString() => $"{Name} {Country}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoldReading))]
internal sealed partial class GoldJson : JsonSerializerContext;
