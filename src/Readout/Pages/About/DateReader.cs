using System.Globalization;
using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Pages.About;

/// <summary>Reads full dates (day, month, year) as pages write them, in the languages of <c>knowledge/pages/months.tsv</c>.</summary>
internal sealed partial class DateReader
{
    private const int FirstYear = 1980, LastYear = 2100;

    // Characters of a text that are looked at: dates stand in short labels, and the patterns cost more than in proportion.
    private const int Reach = 1000;

    private readonly Dictionary<string, Dictionary<string, int>> months;

    public DateReader(KnowledgeTable table)
    {
        var names = new Dictionary<string, Dictionary<string, int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            if (row.Number("month") is not (>= 1 and <= 12 and var number)) throw row.Wrong("wants a month from 1 to 12");
            foreach (var name in row.Values("names"))
            {
                if (!names.TryGetValue(name, out var byLanguage)) names[name] = byLanguage = new(StringComparer.Ordinal);
                byLanguage.TryAdd(row["language"], (int)number);
            }
        }
        months = names;
    }

    /// <summary>All dates of a text in their order.</summary>
    /// <param name="language">ISO 639-1 code that decides names shared by languages.</param>
    /// <param name="monthFirst">3/4/2021 is March 4, as in the United States.</param>
    public IReadOnlyList<WrittenDate> Find(string text, string? language, bool monthFirst)
    {
        if (text.Length > Reach) text = text[..Reach];
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.Any(char.IsDigit)) return [];
        var plain = PlainDigits(text);
        var found = new List<WrittenDate>();
        foreach (Match m in YearFirst().Matches(plain)) Add(found, m, Number(m, "y"), Number(m, "m"), Number(m, "d"));
        foreach (Match m in YearLast().Matches(plain)) AddYearLast(found, m, monthFirst);
        foreach (Match m in DayName().Matches(plain)) AddNamed(found, m, language);
        foreach (Match m in NameDay().Matches(plain)) AddNamed(found, m, language);
        foreach (Match m in YearNameDay().Matches(plain)) AddNamed(found, m, language);
        return [.. found.OrderBy(d => d.Span)];
    }

    public DateOnly? First(string? text, string? language = null, bool monthFirst = false) =>
        text is null ? null : Find(text, language, monthFirst) is [var first, ..] ? first.Day : null;

    private static void AddYearLast(List<WrittenDate> found, Match m, bool monthFirst)
    {
        var (first, second, year) = (Number(m, "a"), Number(m, "b"), Number(m, "y"));
        if (m.Groups["y"].Length == 2) year += year < 80 ? 2000 : 1900;
        var american = m.Groups["s"].Value == "/" && monthFirst;
        if (american ? first > 12 : second > 12) american = !american;
        Add(found, m, year, american ? first : second, american ? second : first);
    }

    private void AddNamed(List<WrittenDate> found, Match m, string? language)
    {
        if (months.TryGetValue(m.Groups["n"].Value, out var numbers))
            Add(found, m, Number(m, "y"), numbers.TryGetValue(language ?? "", out var own) ? own : Commonest(numbers), Number(m, "d"));
    }

    private static int Commonest(Dictionary<string, int> numbers) =>
        numbers.TryGetValue("en", out var english) ? english : numbers.Values.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    private static void Add(List<WrittenDate> found, Match m, int year, int month, int day)
    {
        var span = new TextSpan(m.Index, m.Index + m.Length);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return;
        if (found.Exists(d => d.Span.Overlaps(span))) return;
        found.Add(new WrittenDate(new DateOnly(year, month, day), span));
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Arabic, Persian, Devanagari and other digits as 0-9; the length stays the same.</summary>
    private static string PlainDigits(string text) => text.Any(c => c > 127 && char.IsDigit(c))
        ? string.Create(text.Length, text, static (span, t) => { for (var i = 0; i < t.Length; i++) span[i] = char.IsDigit(t[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(t[i])) : t[i]; })
        : text;

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)\s?(?:(?<s>[-/.])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<d>\d{1,2})|[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]?)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d.,/:-])(?<a>\d{1,2})\s?(?<s>[-/.|])\s?(?<b>\d{1,2})\s?\k<s>\s?(?<y>(?:19|20)\d\d|\d\d)(?![\d/:]|[.,-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s\u00A0/-]*(?:of\s|de\s|di\s|d['’])?(?<n>[\p{L}\p{M}॰]{2,})[.,]?[\s\u00A0,/-]*(?:de\s|del\s|of\s)?(?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    [GeneratedRegex(@"(?<n>[\p{L}\p{M}॰]{2,})[.,]?[\s\u00A0-]*(?<d>\d{1,2})(?:st|nd|rd|th)?[,.]?[\s\u00A0,-]+(?:de\s|del\s)?(?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NameDay();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[.,]?[\s\u00A0-]+(?<n>[\p{L}\p{M}]{3,})[.,]?[\s\u00A0-]+(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearNameDay();
}
