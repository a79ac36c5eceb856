using System.Collections.Frozen;

namespace Readout.Pages.Markup;

/// <summary>What HTML says of its elements (HTML Living Standard, section 15.3, rendering of flow content).</summary>
internal static class TagKinds
{
    private static readonly FrozenSet<string> BlockTags = FrozenSet.Create(StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
        "section", "summary", "table", "caption", "tbody", "thead", "tfoot", "tr", "ul");

    private static readonly FrozenSet<string> UnreadTags = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "template", "noscript", "svg", "iframe", "select", "option", "datalist", "input", "textarea", "object", "embed", "canvas",
        "audio", "video", "map", "head", "title", "dialog", "link", "meta", "frameset", "noframes", "applet", "progress", "meter", "rp", "rt", "annotation", "base", "img", "picture");

    /// <summary>Parts blocks of text. Names with a hyphen are custom elements: containers in practice.</summary>
    public static bool IsBlock(string tag) => BlockTags.Contains(tag);

    /// <summary>Never holds text that a reader of the page sees as part of it.</summary>
    public static bool IsUnread(string tag) => UnreadTags.Contains(tag);

    public static int HeadingLevel(string tag) => tag is ['h', >= '1' and <= '6'] ? tag[1] - '0' : 0;
}
