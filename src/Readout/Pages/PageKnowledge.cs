using Readout.Loading;
using Readout.Pages.About;
using Readout.Pages.Decoding;
using Readout.Pages.Html;
using Readout.Pages.Language;
using Readout.Pages.Markup;

namespace Readout.Pages;

/// <summary>What is known of pages before one is seen, compiled from <c>knowledge/pages</c>.</summary>
internal sealed class PageKnowledge
{
    private readonly ChromeRule?[] tagRules = new ChromeRule?[256];
    private readonly Dictionary<string, ChromeRule> headings;

    private readonly LinePatterns lines;
    private readonly LinePatterns credits;
    private readonly LinePatterns datelines;

    public PageKnowledge(KnowledgeFolder folder)
    {
        var rows = folder.Table("pages/chrome.tsv").Rows;
        var facts = folder.Table("pages/facts.tsv");
        headings = Rules(rows, "heading").ToDictionary(r => r.Sign, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r["by"] == "tag")) tagRules[(int)TagOf(row)] = RuleOf(row);
        Attributes = new AttributeSigns([.. Rules(rows, "attribute")]);
        Hints = new HintSigns([
            .. Rules(rows, "word").Select(r => (r.Sign, new Hint(r, FactKind.None, false))),
            .. rows.Where(r => r["by"] == "caption").Select(r => (r["sign"], new Hint(null, FactKind.None, true))),
            .. FactSigns.Words(facts).Select(w => (w.Sign, new Hint(null, w.Kind, false)))]);
        Facts = new FactSigns(facts);
        References = new CharacterReferences(folder.Table("pages/character-references.tsv"));
        Charsets = new CharsetNames(folder.Table("pages/charsets.tsv"));
        Languages = new LanguageDetector(folder.Table("pages/language-trigrams.tsv"));
        Dates = new DateReader(folder.Table("pages/months.tsv"));
        lines = new LinePatterns(folder.Table("pages/lines.tsv"));
        credits = new LinePatterns(folder.Table("pages/photo-credits.tsv"));
        datelines = new LinePatterns(folder.Table("pages/datelines.tsv"), ignoreCase: false);
    }

    /// <summary>The words of classes and ids.</summary>
    internal HintSigns Hints { get; }

    internal AttributeSigns Attributes { get; }

    internal CharacterReferences References { get; }

    internal FactSigns Facts { get; }

    internal CharsetNames Charsets { get; }

    internal DateReader Dates { get; }

    internal LanguageDetector Languages { get; }

    internal ChromeRule? TagRule(Tag tag) => tagRules[(int)tag];

    internal ChromeRule? HeadingRule(string heading)
    {
        var plain = heading.Trim().TrimEnd(':', '.', '…', '!', '?').ToLowerInvariant();
        return headings.GetValueOrDefault(plain);
    }

    /// <summary>Why a short line is no part of an article; null when it may be.</summary>
    internal string? Line(string line) => line.Length > 400 ? null : lines.Reason(line);

    /// <summary>Ends or begins as captions with a photo credit do.</summary>
    internal bool IsCredit(string line) => line.Length <= 600 && credits.Fits(line);

    /// <summary>The dateline at the head of a paragraph; null when there is none.</summary>
    internal string? Dateline(string paragraph) => paragraph[..Math.Min(paragraph.Length, 120)] is var head && datelines.Fits(head) ? head : null;

    /// <summary>Number of patterns for lines, each compiled as a long run needs it. Throws <see cref="KnowledgeException"/> that names what cannot be.</summary>
    internal int CheckLines() => lines.Check() + credits.Check() + datelines.Check();

    private static IEnumerable<ChromeRule> Rules(IEnumerable<KnowledgeRow> rows, string by) => rows.Where(r => r["by"] == by).Select(RuleOf);

    private static ChromeRule RuleOf(KnowledgeRow row) => new(row["sign"], row["reason"], BeliefOf(row), row.Why(row["sign"]));

    private static Tag TagOf(KnowledgeRow row) => Tags.Of(row["sign"]) is not Tag.Unknown and var tag ? tag : throw row.Wrong($"names '{row["sign"]}', which is no element of HTML");

    private static Belief BeliefOf(KnowledgeRow row) => row["sure"] switch
    {
        "yes" => Belief.Sure,
        "links" => Belief.WithLinks,
        "no" or "" => Belief.Likely,
        var other => throw row.Wrong($"has '{other}' for sure; expected yes, no or links"),
    };
}
