using System.Text;
using AngleSharp.Dom;

namespace Readout.Pages;

/// <summary>A page flattened in one walk: its block elements in document order and the runs of text between them.</summary>
internal sealed class PageTree
{
    // Deeper nesting is a trap or an accident; what lies below is read as if it stood at this depth.
    private const int MaximumDepth = 400;

    private static readonly HashSet<string> Skipped = ["script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "video", "audio", "canvas", "select", "button", "textarea", "math", "map", "input", "dialog"];

    private static readonly HashSet<string> Inline = ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "rt", "ruby", "picture", "img"];

    private readonly PageNames names;
    private readonly List<TreeNode> nodes = [];
    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder text = new();
    private int linkLength;

    private PageTree(PageNames names) => this.names = names;

    public IReadOnlyList<TreeNode> Nodes => nodes;

    public IReadOnlyList<TextBlock> Blocks => blocks;

    public static PageTree Of(IElement root, PageNames names)
    {
        var tree = new PageTree(names);
        tree.Walk(root);
        return tree;
    }

    private readonly record struct Frame(INode Node, int Block, BlockRole Role, bool InLink, int Depth, bool Closing);

    // An explicit stack: hostile pages nest deeper than the machine's.
    private void Walk(IElement root)
    {
        nodes.Add(new TreeNode(-1, root.LocalName, null, false));
        var stack = new Stack<Frame>();
        Push(stack, root, new Frame(root, 0, BlockRole.Text, false, 0, false));
        while (stack.TryPop(out var frame))
        {
            if (frame.Closing) Close(frame.Block, frame.Role);
            else if (frame.Node is IText run) Append(run.Data, frame.InLink);
            else if (frame.Node is IElement element) Open(stack, element, frame);
        }
        Close(0, BlockRole.Text);
    }

    private static void Push(Stack<Frame> stack, INode parent, Frame frame)
    {
        for (var child = parent.LastChild; child is not null; child = child.PreviousSibling)
            if (child is IText or IElement) stack.Push(frame with { Node = child, Depth = frame.Depth + 1 });
    }

    private void Open(Stack<Frame> stack, IElement element, Frame frame)
    {
        var tag = element.LocalName;
        if (Skipped.Contains(tag) || IsHidden(element)) return;
        if (tag == "br") { Break(); return; }
        if (Inline.Contains(tag) && !HasOwnBlock(element, tag)) { Push(stack, element, frame with { InLink = frame.InLink || tag == "a" }); return; }
        Close(frame.Block, frame.Role);
        var node = frame.Depth > MaximumDepth ? frame.Block : Add(element, tag, frame.Block);
        stack.Push(frame with { Closing = true });
        var role = Role(tag, nodes[node], frame.Role);
        stack.Push(new Frame(element, node, role, frame.InLink, frame.Depth, true));
        Push(stack, element, new Frame(element, node, role, frame.InLink, frame.Depth, false));
    }

    // A link around a whole card is a container of its own.
    private static bool HasOwnBlock(IElement element, string tag) => tag is "a" or "span" && element.FirstElementChild is { } first && !Inline.Contains(first.LocalName) && first.LocalName != "br";

    private int Add(IElement element, string tag, int parent)
    {
        var kind = names.Kind(element.ClassName) ?? names.Kind(element.Id);
        var body = kind == "body" || tag is "article" or "main" || element.GetAttribute("itemprop") is "articleBody" or "text" || element.GetAttribute("role") == "main";
        var drop = tag switch
        {
            "nav" or "footer" or "form" or "aside" or "menu" => tag,
            "header" when !IsInArticle(parent) => tag,
            _ when !body && kind is "drop" or "comment" => "named " + (element.ClassName ?? element.Id),
            _ when element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "alert" or "dialog" or "menu" => "role " + element.GetAttribute("role"),
            _ => null,
        };
        var own = kind == "caption" ? "figcaption" : tag;
        nodes.Add(new TreeNode(parent, own, drop, body));
        return nodes.Count - 1;
    }

    private bool IsInArticle(int node)
    {
        for (; node > 0; node = nodes[node].Parent)
            if (nodes[node].Body) return true;
        return false;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)));

    private static BlockRole Role(string tag, TreeNode node, BlockRole outer) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockRole.Heading,
        "li" or "dd" or "dt" => BlockRole.Item,
        "blockquote" => BlockRole.Quote,
        "figcaption" or "figure" or "caption" => BlockRole.Caption,
        _ when node.Tag == "figcaption" => BlockRole.Caption,
        _ => outer,
    };

    private void Append(string data, bool inLink)
    {
        var before = text.Length;
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\r' or '\f' or '\n' or '\u00A0')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                text.Append(c);
            }
        }
        if (inLink) linkLength += Math.Max(0, text.Length - before);
    }

    private void Break()
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        text.Append('\n');
    }

    private void Close(int node, BlockRole role)
    {
        var run = text.ToString();
        var links = Math.Min(linkLength, run.Length);
        text.Clear();
        linkLength = 0;
        // Two line breaks part paragraphs, one is only a line.
        foreach (var piece in run.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var line = piece.Replace('\n', ' ').Trim();
            if (line.Length > 0) blocks.Add(new TextBlock(node, role, line, run.Length == 0 ? 0 : links * piece.Length / run.Length));
        }
    }
}
