using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>The text of a small element, white space made single, without what is not read.</summary>
internal static class NodeText
{
    /// <param name="limit">Characters after which the rest is left away; an element that long is no label.</param>
    public static string Of(MarkupTree tree, int element, int limit)
    {
        var writer = new PassageWriter(tree.References);
        var end = tree.After(element, into: false);
        for (var node = element; node != end && writer.Length <= limit;)
        {
            var tag = tree.Tag(node);
            var unread = tag.Is(Traits.Unread);
            if (tag == Tag.Text) writer.Append(tree.Raw(node), link: false);
            else if (!unread && node != element && tag.Is(Traits.Block)) writer.Space();
            node = tree.After(node, into: !unread);
        }
        return writer.Text;
    }
}
