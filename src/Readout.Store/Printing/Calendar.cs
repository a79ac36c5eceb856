using System.Globalization;
using System.Text;
using Readout.Store.Data;

namespace Readout.Store.Printing;

/// <summary>Writes iCalendar (RFC 5545). The UID of an entry stays, so that a calendar that subscribes moves what was moved.</summary>
public static class Calendar
{
    /// <param name="stamp">When the calendar was asked for, UTC.</param>
    /// <param name="link">The address of an entry's page; null leaves the article's own address.</param>
    public static void Write(Stream output, string name, IEnumerable<FeedEntry> entries, DateTimeOffset stamp, Func<FeedEntry, string>? link = null)
    {
        var lines = new List<string> { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Readout//Readout//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + Escaped(name) };
        foreach (var entry in entries) lines.AddRange(Event(entry, stamp, link?.Invoke(entry) ?? entry.Citation.Url));
        lines.Add("END:VCALENDAR");
        output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(Folded))));
    }

    private static IEnumerable<string> Event(FeedEntry entry, DateTimeOffset stamp, string? link)
    {
        // A calendar cannot show what has no day.
        var (first, last) = IsoPeriod.Of(entry.Day);
        if (first is null) yield break;
        yield return "BEGIN:VEVENT";
        yield return "UID:" + Escaped(entry.Id) + "@readout";
        yield return "DTSTAMP:" + stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        yield return "DTSTART;VALUE=DATE:" + Day(first, 0);
        yield return "DTEND;VALUE=DATE:" + Day(last!, 1);
        yield return "SUMMARY:" + Escaped(entry.Title);
        yield return "DESCRIPTION:" + Escaped($"\"{entry.Text}\" - {entry.Citation.Outlet}, {entry.Citation.Published ?? "undated"}");
        if (entry.Place is { } place) yield return "LOCATION:" + Escaped(place);
        if (Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") yield return "URL:" + url.AbsoluteUri;
        yield return "STATUS:" + (entry.Status switch { "happened" or "ongoing" => "CONFIRMED", "denied" => "CANCELLED", _ => "TENTATIVE" });
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }

    private static string Day(string iso, int days) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (!char.IsControl(c)) escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>At most 75 octets on a line, no character cut.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 16);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }
}
