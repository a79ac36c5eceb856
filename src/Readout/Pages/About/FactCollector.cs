using AngleSharp.Dom;
using Readout.Pages.Markup;

namespace Readout.Pages.About;

/// <summary>Walks all elements once, without recursion, and keeps those that state something about the page.</summary>
internal sealed class FactCollector(PageKnowledge knowledge)
{
    private readonly PageFacts facts = new();
    private readonly Dictionary<string, FactKind> seen = new(StringComparer.Ordinal);
    private readonly Stack<(IElement Element, bool InChrome)> open = new();
    private readonly ChromeSigns signs = new(knowledge);
    private int order;

    public static PageFacts Collect(IDocument document, PageKnowledge knowledge)
    {
        var collector = new FactCollector(knowledge);
        if (document.DocumentElement is { } root) collector.Walk(root);
        return collector.facts;
    }

    private void Walk(IElement root)
    {
        facts.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
        open.Push((root, false));
        while (open.TryPop(out var next))
        {
            order++;
            var inChrome = next.InChrome || signs.Of(next.Element) is { Reason: not ("byline" or "author box" or "tags") };
            Visit(next.Element, inChrome);
            for (var child = next.Element.ChildNodes.Length - 1; child >= 0; child--)
                if (next.Element.ChildNodes[child] is IElement element) open.Push((element, inChrome));
        }
    }

    private void Visit(IElement element, bool inChrome)
    {
        switch (element.LocalName)
        {
            case "meta":
                Meta(element);
                break;
            case "title" when facts.DocumentTitle is null && element.ParentElement?.LocalName is "head" or "body" or "html":
                facts.DocumentTitle = Plain(element.TextContent);
                break;
            case "link" when (element.GetAttribute("rel") ?? "").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                facts.Canonical ??= element.GetAttribute("href")?.Trim();
                break;
            case "script":
                if ((element.GetAttribute("type") ?? "").Contains("ld+json", StringComparison.OrdinalIgnoreCase)) facts.LinkedData.AddRange(LinkedData.Read(element.TextContent));
                break;
            default:
                if (KindOf(element) is not FactKind.None and var kind) facts.Marked.Add(new Marked(kind, element, order, inChrome));
                break;
        }
    }

    private void Meta(IElement meta)
    {
        var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
        if (name is null || meta.GetAttribute("content") is not { } content) return;
        facts.Metas.Add(new Stated(name.Trim().ToLowerInvariant(), Plain(content)));
    }

    private FactKind KindOf(IElement element)
    {
        if (element.LocalName is "time") return OfWords(element.GetAttribute("itemprop")) is FactKind.Modified || OfWords(element.ClassName) is FactKind.Modified ? FactKind.Modified : FactKind.Published;
        if (element.LocalName is "h1") return FactKind.Headline;
        if (element.GetAttribute("itemprop") is { } property) return OfWords(property);
        if (element.GetAttribute("rel") is "author") return FactKind.Author;
        var kind = OfWords(element.ClassName);
        return kind != FactKind.None ? kind : OfWords(element.Id);
    }

    private FactKind OfWords(string? hint)
    {
        if (string.IsNullOrEmpty(hint)) return FactKind.None;
        if (!seen.TryGetValue(hint, out var kind)) seen[hint] = kind = knowledge.Facts.Of(HintWords.Of(hint));
        return kind;
    }

    internal static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
