using Readout.Pages.Html;

namespace Readout.Pages.About;

/// <summary>A name and its value as the page's head or markup states them.</summary>
internal readonly record struct Stated(string Name, string Value);

/// <summary>An element that its class, tag or property marks as date, author or headline.</summary>
internal readonly record struct Marked(FactKind Kind, int Node, int Order, bool InChrome);

internal enum FactKind : byte
{
    None,
    Published,
    Modified,
    Author,
    Headline,
}

/// <summary>What the page says about itself, gathered in one walk over all elements.</summary>
internal sealed class PageFacts
{
    /// <summary>The tree that marked nodes stand in; null for a page without markup.</summary>
    public MarkupTree? Tree { get; init; }

    public List<Stated> Metas { get; } = [];

    public List<Marked> Marked { get; } = [];

    public List<LinkedData> LinkedData { get; } = [];

    public string? DocumentTitle { get; set; }

    public string? Canonical { get; set; }

    /// <summary>The declared language of the page, such as <c>en-GB</c>; not always true.</summary>
    public string? Language { get; set; }

    /// <summary>The first non-empty value of the names, in their order.</summary>
    public string? Meta(IEnumerable<string> names)
    {
        foreach (var name in names)
            foreach (var meta in Metas)
                if (meta.Name == name && meta.Value.Length > 0) return meta.Value;
        return null;
    }

    /// <summary>The fitting JSON-LD object: an article before a page before anything else.</summary>
    public string? FromLinkedData(Func<LinkedData, string?> get) =>
        LinkedData.OrderBy(d => d.Rank).Select(get).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
}
