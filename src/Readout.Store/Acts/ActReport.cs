using Readout.Store.Data;

namespace Readout.Store.Acts;

/// <summary>Somebody on a side of an event.</summary>
/// <param name="Key">Code of the state or body, else the entity's id.</param>
/// <param name="Person">Id of the entity when it is more particular than its code.</param>
internal readonly record struct ActParty(bool IsActor, string Key, string? Person);

/// <summary>One report of an act: what is compared to tell whether two reports tell of one.</summary>
internal sealed class ActReport
{
    /// <summary>The columns that <see cref="Read"/> expects, of an event <c>e</c> in a version <c>v</c> of an article <c>a</c>.</summary>
    public const string Columns = "e.event, e.act, e.version, a.id, v.published, e.type, e.mode, e.status, e.date, e.day, e.last_day, e.vague, e.place, e.country, e.mutual, e.start, e.end, e.sentence_start, e.text, e.parties, e.joined, e.parted, e.name";

    private readonly Lazy<HashSet<string>> words;

    private ActReport(string sentence, TextSpan evidence, int sentenceStart) =>
        words = new Lazy<HashSet<string>>(() => ActWords.Of(sentence, evidence.Start - sentenceStart, evidence.End - sentenceStart));

    public required long Event { get; init; }

    /// <summary>The act that the store has put it with.</summary>
    public required long Act { get; init; }

    public required long Version { get; init; }

    public required string Article { get; init; }

    public string? Published { get; init; }

    public required string Type { get; init; }

    public string? Mode { get; init; }

    public required string Status { get; init; }

    public required bool IsDated { get; init; }

    /// <summary>Number of the event's first day, or of the report's; null when neither is known.</summary>
    public required int? Day { get; init; }

    public required int? LastDay { get; init; }

    public required bool IsVague { get; init; }

    public string? Place { get; init; }

    public string? Country { get; init; }

    public required bool IsMutual { get; init; }

    public required int Start { get; init; }

    public required IReadOnlyList<ActParty> Parties { get; init; }

    public bool NamesPersons => Parties.Any(p => p.Person is not null);

    public IReadOnlyList<string> Joined { get; init; } = [];

    public required string Parted { get; init; }

    /// <summary>Id of the act when this is its first report.</summary>
    public required string Name { get; init; }

    /// <summary>Content words of the evidence.</summary>
    public HashSet<string> Words => words.Value;

    public static ActReport Read(Row row)
    {
        var evidence = row.Span(15);
        return new ActReport(row.GetString(18), evidence, row.GetInt32(17))
        {
            Event = row.GetInt64(0),
            Act = row.GetInt64(1),
            Version = row.GetInt64(2),
            Article = row.GetString(3),
            Published = row.Text(4),
            Type = row.GetString(5),
            Mode = row.Text(6),
            Status = row.GetString(7),
            IsDated = !row.IsDBNull(8) && !row.IsDBNull(10),
            Day = IsoPeriod.Number(row.Text(9)),
            LastDay = IsoPeriod.Number(row.Text(10)) ?? IsoPeriod.Number(row.Text(9)),
            IsVague = row.GetInt64(11) == 1,
            Place = row.Text(12),
            Country = row.Text(13),
            IsMutual = row.GetInt64(14) == 1,
            Start = evidence.Start,
            Parties = Split(row.GetString(19)),
            Joined = row.Text(20)?.Split('|') ?? [],
            Parted = row.Text(21) ?? "",
            Name = row.GetString(22),
        };
    }

    /// <summary>The order of reports: by day of publication, then by what never depends on the store.</summary>
    public static int Compare(ActReport one, ActReport other)
    {
        var order = string.CompareOrdinal(one.Published ?? "9999", other.Published ?? "9999");
        if (order == 0) order = string.CompareOrdinal(one.Article, other.Article);
        if (order == 0) order = one.Start.CompareTo(other.Start);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }

    public static string Join(IEnumerable<(string Side, string? Code, string Entity)> parties) => string.Join('|', parties.Select(p => $"{p.Side[0]}:{p.Code}:{p.Entity}"));

    private static List<ActParty> Split(string parties)
    {
        var list = new List<ActParty>();
        foreach (var party in parties.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = party.Split(':', 3);
            list.Add(new ActParty(parts[0] == "a", parts[1].Length > 0 ? parts[1] : parts[2], parts[1].Length > 0 && parts[1] != parts[2] ? parts[2] : null));
        }
        return list;
    }
}
