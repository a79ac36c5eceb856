using System.Collections;
using Readout.Pages.Html;
using Readout.Pages.Markup;

namespace Readout.Pages.About;

/// <summary>Walks all elements once, without recursion, and keeps those that state something about the page.</summary>
internal sealed class FactCollector(MarkupTree tree, PageSigns signs)
{
    // Statements beyond are no statements: no page has more of them to its own article.
    private const int MostMetas = 1000, MostMarked = 20_000, MostScripts = 200;

    // Characters of a statement: titles and names are shorter, and what is longer is cut.
    internal const int LongestStatement = 2000;

    private readonly PageFacts facts = new() { Tree = tree };
    private readonly BitArray inChrome = new(tree.Count);
    private int order, scripts;

    public static PageFacts Collect(MarkupTree tree, PageSigns signs)
    {
        var collector = new FactCollector(tree, signs);
        collector.Walk();
        return collector.facts;
    }

    private void Walk()
    {
        facts.Language = tree.Attribute(MarkupTree.Html, Attr.Lang) ?? tree.Attribute(MarkupTree.Html, Attr.XmlLang);
        for (var node = MarkupTree.Html; node >= 0; node = tree.After(node))
        {
            if (tree.Tag(node) == Tag.Text) continue;
            order++;
            var parent = tree[node].Parent;
            inChrome[node] = parent >= 0 && inChrome[parent] || signs.Chrome(node) is { Reason: not ("byline" or "author box" or "tags") };
            Visit(node);
        }
    }

    private void Visit(int node)
    {
        switch (tree.Tag(node))
        {
            case Tag.Meta:
                Meta(node);
                break;
            case Tag.Title when facts.DocumentTitle is null && tree.Tag(tree[node].Parent) is Tag.Head or Tag.Body or Tag.Html:
                facts.DocumentTitle = Plain(Cut(tree.Raw(node), inAttribute: false));
                break;
            case Tag.Link when tree.TryRaw(node, Attr.Rel, out var rel) && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                facts.Canonical ??= tree.Attribute(node, Attr.Href)?.Trim();
                break;
            case Tag.Script:
                if (tree.TryRaw(node, Attr.Type, out var type) && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && scripts++ < MostScripts) facts.LinkedData.AddRange(LinkedData.Read(tree.RawMemory(node)));
                break;
            case Tag.Style or Tag.Noscript:
                break;
            default:
                if (signs.Fact(node) is not FactKind.None and var kind && facts.Marked.Count < MostMarked) facts.Marked.Add(new Marked(kind, node, order, inChrome[node]));
                break;
        }
    }

    private void Meta(int meta)
    {
        var name = tree.Attribute(meta, Attr.Property) ?? tree.Attribute(meta, Attr.Name) ?? tree.Attribute(meta, Attr.Itemprop) ?? tree.Attribute(meta, Attr.HttpEquiv);
        if (name is null || facts.Metas.Count == MostMetas || !tree.TryRaw(meta, Attr.Content, out var content)) return;
        facts.Metas.Add(new Stated(name.Trim().ToLowerInvariant(), Plain(Cut(content, inAttribute: true))));
    }

    private string Cut(ReadOnlySpan<char> raw, bool inAttribute) => tree.References.Decoded(raw.Length > LongestStatement ? raw[..LongestStatement] : raw, inAttribute);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
