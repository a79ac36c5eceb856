using System.Text.RegularExpressions;
using Readout.Pages.Markup;

namespace Readout.Pages.About;

/// <summary>Who wrote the article, by JSON-LD, by meta elements, by the byline.</summary>
internal sealed partial class AuthorFinder(PageKnowledge knowledge)
{
    private const int Longest = 120;

    public IReadOnlyList<string> Find(PageFacts facts, IEnumerable<string> labels)
    {
        var linked = facts.LinkedData.Where(d => d.Rank == 0).SelectMany(d => d.Authors);
        var stated = knowledge.Facts.Author.Select(n => facts.Meta([n])).FirstOrDefault(v => Names(v).Any());
        var marked = facts.Marked.Where(m => m.Kind == FactKind.Author && !m.InChrome).Select(m => NodeText.Of(facts.Tree!, m.Node, Longest)).FirstOrDefault(t => t.Length <= Longest && Names(t).Any());
        return First(linked.SelectMany(Names)) ?? First(Names(stated)) ?? First(Names(marked)) ?? First(labels.Where(l => l.Length <= Longest && Byline().IsMatch(l)).SelectMany(Names)) ?? [];
    }

    private static List<string>? First(IEnumerable<string> names) => names.Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } list ? list : null;

    /// <summary>The names in a byline such as "By Ann Lee and Bo Ek, Reuters | 3 March".</summary>
    private static IEnumerable<string> Names(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline) || byline.Length > FactCollector.LongestStatement || byline.Contains("://", StringComparison.Ordinal)) return [];
        var names = Joint().Split(Prefix().Replace(byline.Trim(), "")).Select(n => n.Trim(' ', '.', '|', '-', '–', '—', '•', '·', ':'));
        return names.TakeWhile(IsName);
    }

    private static bool IsName(string name) =>
        name.Length is > 2 and < 60 && name.Split(' ').Length <= 6 && !name.Any(char.IsDigit) && name.Any(char.IsLetter) && !NoName().IsMatch(name);

    [GeneratedRegex(@"^(?:(?:written|posted|published|reported|words|story|text|author|reviewed)\s*)?(?:by|von|par|por|di|door|av|af)?\s*[:\s]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:(?:Written|Posted|Published|Reported|Words|Story|Text) )?[Bb][Yy]:? \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\s*(?:,|;|\||•|·|/|\band\b|&|\s-\s|\s–\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:admin|administrator|editor|editors|staff|unknown|guest|none|null|author|by|in|on)$|@|https?:|\.com$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
