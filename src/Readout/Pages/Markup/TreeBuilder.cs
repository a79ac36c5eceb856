using AngleSharp.Dom;

namespace Readout.Pages.Markup;

/// <summary>Walks the document once, without recursion, and lays it out flat.</summary>
internal sealed class TreeBuilder(ChromeSigns signs)
{
    private readonly List<PageElement> elements = [];
    private readonly PassageWriter writer = new();
    private readonly Stack<Frame> open = new();

    /// <summary>An open node: which child comes next, and the block that its text belongs to.</summary>
    private record struct Frame(INode Node, int Next, int Element, PassageKind Kind, int Level, bool Link, bool Block);

    public static PageTree Build(IElement body, ChromeSigns signs) => new TreeBuilder(signs).Walk(body);

    private PageTree Walk(IElement body)
    {
        Open(body, new Frame(body, 0, -1, PassageKind.Paragraph, 0, false, true));
        while (open.Count > 0)
        {
            var frame = open.Pop();
            var children = frame.Node.ChildNodes;
            if (frame.Next >= children.Length)
            {
                Close(frame);
                continue;
            }
            var child = children[frame.Next];
            open.Push(frame with { Next = frame.Next + 1 });
            if (child is IText data) writer.Append(data.Data, frame.Link);
            else if (child is IElement element) Visit(element, frame);
        }
        return new PageTree([.. elements], writer.ToArray());
    }

    private void Visit(IElement element, Frame parent)
    {
        var tag = element.LocalName;
        if (tag == "br") writer.Break(parent.Element, parent.Kind, parent.Level);
        else if (tag == "button" && parent.Level == 0 || TagKinds.IsUnread(tag)) writer.Space();
        else if (tag is "td" or "th") OpenCell(element, parent);
        else if (TagKinds.IsBlock(tag)) Open(element, Context(element, tag, parent));
        else if (signs.Of(element) is not { Sure: true }) open.Push(parent with { Node = element, Next = 0, Link = parent.Link || tag == "a", Block = false });
    }

    private void OpenCell(IElement cell, Frame parent)
    {
        // A long cell is a column of a layout, not a datum.
        if (writer.Length > 300) writer.Flush(parent.Element, parent.Kind, parent.Level);
        else writer.Cell();
        open.Push(parent with { Node = cell, Next = 0, Block = false });
    }

    private Frame Context(IElement element, string tag, Frame parent)
    {
        var level = TagKinds.HeadingLevel(tag);
        var kind = level > 0 ? PassageKind.Heading : tag switch
        {
            "li" or "dt" or "dd" => PassageKind.Item,
            "blockquote" => PassageKind.Quote,
            "figcaption" or "caption" => PassageKind.Caption,
            "tr" => PassageKind.Row,
            "pre" => PassageKind.Code,
            _ => signs.IsCaption(element) ? PassageKind.Caption : parent.Kind,
        };
        return parent with { Node = element, Next = 0, Kind = kind, Level = level > 0 ? level : parent.Level, Block = true };
    }

    private void Open(IElement element, Frame frame)
    {
        if (frame.Element >= 0) writer.Flush(frame.Element, Enclosing().Kind, Enclosing().Level);
        elements.Add(new PageElement { Node = element, Tag = element.LocalName, Parent = frame.Element, FirstPassage = writer.Count, Suspect = signs.Of(element) });
        open.Push(frame with { Element = elements.Count - 1 });
    }

    private Frame Enclosing() => open.Peek();

    private void Close(Frame frame)
    {
        if (!frame.Block) return;
        writer.Flush(frame.Element, frame.Kind, frame.Level);
        var element = elements[frame.Element];
        element.End = elements.Count;
        element.EndPassage = writer.Count;
        elements[frame.Element] = element;
    }
}
