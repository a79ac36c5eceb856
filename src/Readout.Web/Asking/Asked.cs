using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Readout.Store.Asking;
using Readout.Web.Doors;
using Readout.World;

namespace Readout.Web.Asking;

/// <summary>The address is the question: what the query of a request asks, checked. The names are those of the command line.</summary>
public sealed record Asked
{
    public const int Most = 500;

    private const int MostOffset = 100_000;

    public required string Path { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public string? Words { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>Only what was added to the record at that time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    public IReadOnlyList<string> Types { get; init; } = [];

    public string? Place { get; init; }

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> Stances { get; init; } = [];

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Acts { get; init; } = [];

    public string? Outlet { get; init; }

    public Grain By { get; init; } = Grain.Month;

    public int Limit { get; init; } = 50;

    /// <summary>Findings that earlier parts of the answer gave.</summary>
    public int Offset { get; init; }

    /// <summary>Properties of each finding to give; empty means all.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>All parameters as given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Given { get; init; } = [];

    /// <summary>What the store is asked; one more than the limit, to see whether there is more.</summary>
    public Selection Selection => new() { Actors = Actors, Words = Words, From = From, To = To, Types = Types, Place = Place, Outlet = Outlet, Since = Since, Limit = Offset + Limit + 1 };

    public string? this[string name] => Given.FirstOrDefault(g => g.Key == name).Value;

    /// <summary>Throws <see cref="WrongQuestionException"/> that names the parameter and the remedy.</summary>
    public static Asked Of(HttpRequest request, int limit = 50)
    {
        List<KeyValuePair<string, string>> given = [.. request.Query.SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v?.Trim() ?? "")).Where(p => p.Value.Length > 0)];
        return Of(Twins.PageOf(request.Path), given, limit);
    }

    public static Asked Of(string path, IReadOnlyList<KeyValuePair<string, string>> given, int limit = 50)
    {
        if (given.FirstOrDefault(g => g.Value.Length > 2000) is { Key: { } tooLong }) throw new WrongQuestionException(tooLong, "is longer than 2000 characters");
        var asked = new Asked
        {
            Path = path,
            Given = given,
            Actors = [.. All("who"), .. All("actor")],
            Words = One("about") ?? One("q"),
            From = Day("from", first: true),
            To = Day("to", first: false),
            AsOf = Day("as_of", first: false),
            Since = One("since") is { } since ? Time(since) : null,
            Types = All("type"),
            Place = One("place"),
            Statuses = All("status"),
            Stances = All("stance"),
            Kinds = All("kind"),
            Acts = All("act"),
            Outlet = One("outlet"),
            By = One("by") is { } by ? Enum.TryParse<Grain>(by, ignoreCase: true, out var grain) && Enum.IsDefined(grain) ? grain : throw new WrongQuestionException("by", "must be day, week, month or year") : Grain.Month,
            Limit = One("limit") is { } most ? Number("limit", most, Most) : limit,
            Fields = [.. All("fields").SelectMany(f => f.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        };
        if (asked.From > asked.To) throw new WrongQuestionException("from", "lies after 'to'");
        return asked with { Offset = One("cursor") is { } cursor ? Cursor.Read(cursor, asked.Key, MostOffset) : 0 };

        IReadOnlyList<string> All(string name) => [.. given.Where(g => g.Key == name).Select(g => g.Value)];
        string? One(string name) => given.LastOrDefault(g => g.Key == name).Value;
        DateOnly? Day(string name, bool first) => One(name) is not { } text ? null
            : (first ? Tenure.FirstDay(text) : Tenure.LastDay(text)) ?? throw new WrongQuestionException(name, $"'{text}' is no date; write it as 2021-03-18, 2021-03 or 2021");
    }

    /// <summary>The part of the question on which a cursor depends.</summary>
    public string Key => Path + "?" + string.Join('&', Given.Where(g => g.Key is not ("cursor" or "limit" or "fields" or "view")).Order(ByText.Instance).Select(g => $"{g.Key}={g.Value}"));

    /// <summary>The address of the same question with one parameter changed, or taken away when the value is null.</summary>
    public string With(string name, string? value, string? path = null) => Address(path ?? Path, [.. Given.Where(g => g.Key != name && g.Key != "cursor"), .. value is null ? [] : new[] { KeyValuePair.Create(name, value) }]);

    /// <summary>The address of the same question in another form: <c>json</c>, <c>csv</c>, <c>ics</c> ...</summary>
    public string As(string format, string? path = null) => Address($"{(path ?? Path).TrimEnd('/')}.{format}", [.. Given.Where(g => g.Key is not ("view" or "cursor"))]);

    public static string Address(string path, IReadOnlyList<KeyValuePair<string, string>> given)
    {
        var address = new StringBuilder(path);
        foreach (var (i, pair) in given.Index()) address.Append(i == 0 ? '?' : '&').Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
        return address.ToString();
    }

    private static int Number(string name, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw new WrongQuestionException(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {most}"));

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw new WrongQuestionException("since", $"'{text}' is no time; write it as 2021-03-18 or 2021-03-18T09:30:00Z");

    private sealed class ByText : IComparer<KeyValuePair<string, string>>
    {
        public static readonly ByText Instance = new();

        public int Compare(KeyValuePair<string, string> x, KeyValuePair<string, string> y) =>
            string.CompareOrdinal(x.Key, y.Key) is not 0 and var order ? order : string.CompareOrdinal(x.Value, y.Value);
    }
}

/// <summary>A parameter of a question is wrong; the message says what to give instead.</summary>
internal sealed class WrongQuestionException(string parameter, string problem) : Exception($"{parameter} {problem}")
{
    public string Parameter { get; } = parameter;
}
