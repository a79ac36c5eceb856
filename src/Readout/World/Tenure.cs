namespace Readout.World;

/// <summary>An office held by a person: who, of which state or body, from when to when.</summary>
/// <param name="State">ISO alpha-3 or the code of a body.</param>
/// <param name="Role">Kind of office, such as <c>foreign_minister</c>; see knowledge/actors/README.md.</param>
/// <param name="From">First possible day; <see cref="DateOnly.MinValue"/> when unknown.</param>
/// <param name="To">Last possible day; <see cref="DateOnly.MaxValue"/> while in office.</param>
internal sealed record Tenure(string Person, string State, string Role, string Office, DateOnly From, DateOnly To, Why Why)
{
    /// <summary>Of several offices held on one day the one of lowest rank is printed.</summary>
    public int Rank { get; init; }

    /// <summary>PLOVER sector of who holds the office.</summary>
    public required string Sector { get; init; }

    /// <summary>A bare surname may mean the holder.</summary>
    public bool Leads { get; init; }

    /// <summary>Roles of sectors.tsv, besides its own, whose titles may name the office.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>May a title of this role name the office?</summary>
    public bool IsCalled(string? role) => role == Role || (role is not null && Titles.Contains(role));

    /// <summary>Held on that day. Where only a year or month is known, its first and last day count.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>Days between a day and the tenure; 0 inside.</summary>
    public int Distance(DateOnly day) => day < From ? From.DayNumber - day.DayNumber : day > To ? day.DayNumber - To.DayNumber : 0;

    /// <summary>The first day of an ISO day, month or year; null when it is none of them.</summary>
    public static DateOnly? FirstDay(ReadOnlySpan<char> iso) => iso.Length switch
    {
        4 => Day(iso, "01", "01"),
        7 when iso[4] == '-' => Day(iso[..4], iso[5..], "01"),
        10 when iso[4] == '-' && iso[7] == '-' => Day(iso[..4], iso[5..7], iso[8..]),
        _ => null,
    };

    /// <summary>The last day of an ISO day, month or year; null when it is none of them.</summary>
    public static DateOnly? LastDay(ReadOnlySpan<char> iso) => iso.Length switch
    {
        4 => Day(iso, "12", "31"),
        7 => FirstDay(iso) is { } first ? first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1) : null,
        _ => FirstDay(iso),
    };

    private static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            number = number * 10 + c - '0';
        }
        return number;
    }
}
