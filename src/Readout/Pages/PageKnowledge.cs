using System.Collections.Frozen;
using Readout.Loading;
using Readout.Pages.About;
using Readout.Pages.Decoding;
using Readout.Pages.Language;
using Readout.Pages.Markup;

namespace Readout.Pages;

/// <summary>What is known of pages before one is seen, compiled from <c>knowledge/pages</c>.</summary>
public sealed class PageKnowledge
{
    private readonly FrozenDictionary<string, ChromeRule> words;
    private readonly FrozenDictionary<string, ChromeRule> attributes;
    private readonly FrozenDictionary<string, ChromeRule> headings;

    private readonly LinePatterns lines;
    private readonly LinePatterns credits;
    private readonly LinePatterns datelines;

    public PageKnowledge(KnowledgeFolder folder)
    {
        var rows = folder.Table("pages/chrome.tsv").Rows;
        TagRules = Rules(rows, "tag");
        words = Rules(rows, "word");
        attributes = Rules(rows, "attribute");
        headings = Rules(rows, "heading");
        AttributeNames = [.. attributes.Keys.Select(k => k.Split('=', '~')[0]).Distinct()];
        Facts = new FactSigns(folder.Table("pages/facts.tsv"));
        Charsets = new CharsetNames(folder.Table("pages/charsets.tsv"));
        Languages = new LanguageDetector(folder.Table("pages/language-trigrams.tsv"));
        Dates = new DateReader(folder.Table("pages/months.tsv"));
        lines = new LinePatterns(folder.Table("pages/lines.tsv"));
        credits = new LinePatterns(folder.Table("pages/photo-credits.tsv"));
        datelines = new LinePatterns(folder.Table("pages/datelines.tsv"), ignoreCase: false);
        CaptionWords = rows.Where(r => r["by"] == "caption").Select(r => r["sign"]).ToFrozenSet(StringComparer.Ordinal);
    }

    internal FrozenDictionary<string, ChromeRule> TagRules { get; }

    internal IReadOnlyList<string> AttributeNames { get; }

    internal FrozenSet<string> CaptionWords { get; }

    internal FactSigns Facts { get; }

    internal CharsetNames Charsets { get; }

    internal DateReader Dates { get; }

    internal LanguageDetector Languages { get; }

    /// <summary>A rule on the value of an attribute: <c>role=navigation</c> in full, <c>style~display:none</c> as a part.</summary>
    internal ChromeRule? AttributeRule(string name, string value)
    {
        var plain = value.Trim().ToLowerInvariant();
        if (attributes.TryGetValue($"{name}={plain}", out var rule) || attributes.TryGetValue(name, out rule)) return rule;
        if (name != "style") return null;
        plain = plain.Replace(" ", "", StringComparison.Ordinal);
        return attributes.FirstOrDefault(a => a.Key.StartsWith("style~", StringComparison.Ordinal) && plain.Contains(a.Key[6..], StringComparison.Ordinal)).Value;
    }

    /// <summary>A rule on a word, or on two or three words of one class or id.</summary>
    internal ChromeRule? WordRule(string hint)
    {
        var parts = HintWords.Of(hint);
        ChromeRule? found = null;
        for (var i = 0; i < parts.Count; i++)
        {
            var phrase = "";
            for (var j = i; j < Math.Min(i + 3, parts.Count) && parts[j] != " "; j++)
            {
                phrase = j == i ? parts[j] : $"{phrase} {parts[j]}";
                if (words.TryGetValue(phrase, out var rule) && (found is null || rule.Sure && !found.Sure)) found = rule;
            }
        }
        return found;
    }

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

    private static FrozenDictionary<string, ChromeRule> Rules(IEnumerable<KnowledgeRow> rows, string by) =>
        rows.Where(r => r["by"] == by).ToFrozenDictionary(r => r["sign"], r => new ChromeRule(r["sign"], r["reason"], BeliefOf(r), r.Why(r["sign"])), StringComparer.Ordinal);

    private static Belief BeliefOf(KnowledgeRow row) => row["sure"] switch
    {
        "yes" => Belief.Sure,
        "links" => Belief.WithLinks,
        "no" or "" => Belief.Likely,
        var other => throw row.Wrong($"has '{other}' for sure; expected yes, no or links"),
    };
}
