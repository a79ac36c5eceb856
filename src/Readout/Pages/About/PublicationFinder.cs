using System.Globalization;
using System.Text.RegularExpressions;
using Readout.Pages.Content;
using Readout.Pages.Html;
using Readout.Pages.Markup;

namespace Readout.Pages.About;

/// <summary>When the article was published: the call, the envelope, the page's own statements, its address, its text, in this order.</summary>
internal sealed partial class PublicationFinder(PageKnowledge knowledge)
{
    // A label of a date is short; longer marked elements hold more than the date.
    private const int LabelLength = 160;

    // Elements and labels around the headline within which a date is the article's own.
    private const int NearHeadline = 150, NearLabels = 12;

    // Labels and characters of markup in which a date is sought at all.
    private const int MostLabels = 2000, MostMarkup = 4 << 20;

    public Publication OfEnvelope(Page page) =>
        page.Date is { } option ? new(option, PublishedFrom.Option)
        : Stated(page.Published, null, false) is { } given ? new(given, PublishedFrom.Metadata)
        : Publication.Unknown;

    public Publication Find(Page page, PageFacts facts, PageContent content, string? language, string markup)
    {
        var envelope = OfEnvelope(page);
        if (envelope.Day is not null) return envelope;
        language = facts.Language?.Split('-', '_')[0].ToLowerInvariant() ?? language;
        var (url, monthFirst) = (page.Url, MonthFirst(facts.Language ?? language, page.Url));
        DateOnly? Meta(IReadOnlyList<string> names) => names.Select(n => Stated(facts.Meta([n]), language, monthFirst)).FirstOrDefault(d => d is not null);
        var stated = Linked(facts, d => d.Rank == 0 ? d.Published : null) ?? Meta(knowledge.Facts.Published) ?? Linked(facts, d => d.Published);
        // An address is fixed at first publication; statements later than it count in universal time or mean a move of the site.
        if (FromUrl(url) is { } path && !(path >= stated)) return new(path, PublishedFrom.Url);
        if (stated is not null) return new(stated, PublishedFrom.Metadata);
        if (FromMarked(facts, FactKind.Published, language, monthFirst, NearHeadline) is { } marked) return new(marked, PublishedFrom.Metadata);
        if (FromDateline(content, language, monthFirst) is { } dateline) return new(dateline, PublishedFrom.Dateline);
        if (FromPassages(content.Labels.Take(NearLabels), language, monthFirst) is { } near) return new(near, PublishedFrom.Text);
        if (FromMarked(facts, FactKind.Published, language, monthFirst, int.MaxValue) is { } far) return new(far, PublishedFrom.Metadata);
        if (ScriptDate(markup, language) is { } scripted) return new(scripted, PublishedFrom.Metadata);
        if (FromPassages(content.Labels.Take(MostLabels), language, monthFirst) is { } written) return new(written, PublishedFrom.Text);
        if (FromPassages(content.Parts.Where(p => p.Kind == BlockKind.Caption).Select(p => p.Text), language, monthFirst) is { } caption) return new(caption, PublishedFrom.Caption);
        if ((Linked(facts, d => d.Modified) ?? Meta(knowledge.Facts.Modified) ?? FromMarked(facts, FactKind.Modified, language, monthFirst, int.MaxValue)) is { } modified) return new(modified, PublishedFrom.Metadata);
        return Publication.Unknown;
    }

    private DateOnly? Linked(PageFacts facts, Func<LinkedData, string?> get) => Stated(facts.FromLinkedData(get), null, false);

    private DateOnly? FromMarked(PageFacts facts, FactKind kind, string? language, bool monthFirst, int reach)
    {
        var headline = facts.Marked.Find(m => m.Kind == FactKind.Headline && !m.InChrome).Order;
        // The date of an article stands at its headline, and rather below than above it.
        return facts.Marked.Where(m => m.Kind == kind && Math.Abs((long)m.Order - headline) <= reach).OrderBy(m => m.InChrome).ThenBy(m => m.Order >= headline ? m.Order - headline : 3 * (headline - m.Order))
            .Select(m => Of(facts.Tree!, m.Node, language, monthFirst)).FirstOrDefault(d => d is not null);
    }

    private DateOnly? Of(MarkupTree tree, int node, string? language, bool monthFirst)
    {
        foreach (var attribute in (ReadOnlySpan<Attr>)[Attr.Datetime, Attr.Content, Attr.DataDatetime, Attr.DataDate, Attr.DataTime, Attr.DataTimestamp])
            if (Stated(tree.Attribute(node, attribute), language, monthFirst) is { } stated) return stated;
        var text = NodeText.Of(tree, node, LabelLength);
        if (text.Length > LabelLength) return null;
        return knowledge.Dates.First(text, language, monthFirst) ?? knowledge.Dates.First(tree.Attribute(node, Attr.Title), language, monthFirst);
    }

    private DateOnly? FromPassages(IEnumerable<string> passages, string? language, bool monthFirst) =>
        passages.Select(p => knowledge.Dates.First(p, language, monthFirst)).FirstOrDefault(d => d is not null);

    private DateOnly? FromDateline(PageContent content, string? language, bool monthFirst) =>
        content.Parts.Where(p => p.Kind == BlockKind.Paragraph).Take(3).Select(p => knowledge.Dates.First(knowledge.Dateline(p.Text), language, monthFirst)).FirstOrDefault(d => d is not null);

    /// <summary>A date that a script of the page names as that of publication.</summary>
    private DateOnly? ScriptDate(string markup, string? language) =>
        ScriptKey().Matches(markup.Length > MostMarkup ? markup[..MostMarkup] : markup).Select(m => Stated(m.Groups[1].Value, language, false)).FirstOrDefault(d => d is not null);

    /// <summary>A date as metadata writes it: ISO 8601, RFC 1123, 20210318, or seconds since 1970.</summary>
    private DateOnly? Stated(string? value, string? language, bool monthFirst)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var compact = Compact().Match(value);
        if (compact.Success && DateOnly.TryParseExact(compact.Groups[1].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and <= 2100) return day;
        if (Seconds().IsMatch(value)) return DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(long.Parse(value.AsSpan(0, 10), CultureInfo.InvariantCulture)));
        return knowledge.Dates.First(value, language, monthFirst);
    }

    public static DateOnly? FromUrl(string? url)
    {
        if (url is null) return null;
        var match = UrlDate().Match(url);
        return match.Success && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>3/4/2021 is March 4 in the United States and on pages in English that name no other country.</summary>
    private static bool MonthFirst(string? language, string? url)
    {
        var tag = (language ?? "").Replace('_', '-');
        if (!tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return false;
        if (tag.Length > 2) return tag.EndsWith("-US", StringComparison.OrdinalIgnoreCase);
        return url is null || !CountryDomain().IsMatch(url);
    }

    [GeneratedRegex(@"^\s*((?:19|20)\d{6})(?:T?\d{4,6}Z?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?:date_?published|published_?(?:at|on|date|time)|publication_?(?:date|time)|publish_?(?:date|time)|pub_?date|first_?published|show_?date|date_?creat(?:ed|ion)|created_?(?:at|date))\W{1,12}((?:19|20)\d\d[-/]?\d\d[-/]?\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptKey();

    [GeneratedRegex(@"^1[0-9]{9}(?:\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"(?<![\d])(?<y>(?:19[89]|20[0-4])\d)(?:(?<s>[/_.-])(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0?[1-9]|[12]\d|3[01])|(?<m>0[1-9]|1[0-2])/?(?<d>0[1-9]|[12]\d|3[01]))(?!\d)|(?<!\d)(?<d>[012]\d|3[01])-(?<m>0[1-9]|1[0-2])-(?<y>20[0-4]\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDate();

    [GeneratedRegex(@"^https?://[^/]*\.(?:uk|au|nz|ie|in|za|ca|sg|hk|my|pk|ng|ke|gh)(?:[/:]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountryDomain();
}
