using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>The text of a small element, white space made single, without what is not read.</summary>
internal static class NodeText
{
    // Elements and texts of a label; what holds more is none, however little text is in it.
    private const int MostNodes = 2000;

    /// <param name="limit">Characters after which the rest is left away; an element that long is no label.</param>
    public static string Of(MarkupTree tree, int element, int limit)
    {
        var writer = new PassageWriter(tree.References);
        var end = tree.After(element, into: false);
        for (var (node, visited) = (element, 0); node != end && writer.Length <= limit && visited < MostNodes; visited++)
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
