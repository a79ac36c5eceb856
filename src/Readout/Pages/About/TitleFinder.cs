using Readout.Pages.Html;
using Readout.Pages.Markup;

namespace Readout.Pages.About;

/// <summary>The article's title as readers see it: the headline that agrees with what the head states, else what the head states.</summary>
internal sealed class TitleFinder(PageKnowledge knowledge)
{
    private const int Longest = 300;
    private const double Agrees = 0.4;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ¦ ", " ~ ", "|"];

    public string? Find(PageFacts facts, string? site)
    {
        var stated = WithoutSite(facts.Meta(knowledge.Facts.Title) ?? facts.FromLinkedData(d => d.Rank == 0 ? d.Headline : null), site);
        var document = facts.DocumentTitle;
        var headlines = Headlines(facts, inChrome: false).ToList();
        var named = WithoutSite(document, site);
        var best = Best(headlines, stated, named);
        // The headline may stand in what looks like chrome; there it must agree with the head.
        if (best.Score < Agrees) best = Best(Headlines(facts, inChrome: true).Take(1), stated, named);
        return best.Score >= Agrees && !IsSite(best.Text, site) ? best.Text : stated ?? named ?? headlines.FirstOrDefault();
    }

    private static IEnumerable<string> Headlines(PageFacts facts, bool inChrome) =>
        facts.Marked.Where(m => m.Kind == FactKind.Headline && m.InChrome == inChrome && (!inChrome || facts.Tree!.Tag(m.Node) == Tag.H1))
            .OrderBy(m => facts.Tree!.Tag(m.Node) == Tag.H1 ? 0 : 1).ThenBy(m => m.Order)
            .Select(m => NodeText.Of(facts.Tree!, m.Node, Longest)).Where(t => t.Length is > 0 and <= Longest);

    private static (string Text, double Score) Best(IEnumerable<string> headlines, string? stated, string? named) =>
        headlines.Select(h => (Text: h, Score: Math.Max(Agreement(h, stated), Agreement(h, named)))).OrderByDescending(h => h.Score).FirstOrDefault();

    /// <summary>1 when both say the same, less when one only contains the other, 0 when most words differ.</summary>
    private static double Agreement(string headline, string? stated)
    {
        if (stated is null) return 0;
        var (a, b) = (Words(headline), Words(stated));
        var common = (double)a.Count(b.Contains);
        return a.Count == 0 || b.Count == 0 || common < 0.7 * Math.Min(a.Count, b.Count) ? 0 : common / Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', ':', ';', '!', '?', '"', '\'', '“', '”', '‘', '’', '(', ')', '|', '-', '–', '—')).Where(w => w.Length > 0)];

    /// <summary>The title without the name of the site before or behind it.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            var (head, tail) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
            if (IsSite(tail, site) || (CountWords(tail) <= 4 && CountWords(head) >= 3 && CountWords(head) > CountWords(tail))) return WithoutSite(head, site);
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (IsSite(title[..first].Trim(), site)) return title[(first + separator.Length)..].Trim();
        }
        return title.Trim();
    }

    private static bool IsSite(string part, string? site) =>
        site is not null && (Squeezed(part).Equals(Squeezed(site), StringComparison.OrdinalIgnoreCase) || Squeezed(site).Contains(Squeezed(part), StringComparison.OrdinalIgnoreCase));

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
