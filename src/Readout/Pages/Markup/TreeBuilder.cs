using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>Walks the body once, without recursion, and lays its blocks and passages out flat.</summary>
internal sealed class TreeBuilder(MarkupTree markup, PageSigns signs)
{
    private readonly List<PageElement> elements = [];
    private readonly PassageWriter writer = new(markup.References);
    private readonly Stack<Frame> open = new();

    /// <summary>An open node: which child comes next, and the block that its text belongs to.</summary>
    private record struct Frame(int Next, int Element, PassageKind Kind, int Level, bool Link, bool Block);

    public static PageTree Build(MarkupTree markup, PageSigns signs) => new TreeBuilder(markup, signs).Walk();

    private PageTree Walk()
    {
        Open(markup.Body, new Frame(0, -1, PassageKind.Paragraph, 0, false, true));
        while (open.TryPop(out var frame))
        {
            var child = frame.Next;
            if (child < 0)
            {
                Close(frame);
                continue;
            }
            open.Push(frame with { Next = markup[child].Next });
            if (markup.Tag(child) == Tag.Text) writer.Append(markup.Raw(child), frame.Link);
            else Visit(child, frame);
        }
        return new PageTree([.. elements], writer.ToArray());
    }

    private void Visit(int node, Frame parent)
    {
        var tag = markup.Tag(node);
        if (tag == Tag.Br) writer.Break(parent.Element, parent.Kind, parent.Level);
        else if (tag == Tag.Button && parent.Level == 0 || tag.Is(Traits.Unread) && !IsShadow(tag, node)) writer.Space();
        else if (tag is Tag.Td or Tag.Th) OpenCell(node, parent);
        else if (tag.Is(Traits.Block)) Open(node, Context(node, tag, parent));
        else if (signs.Chrome(node) is not { Sure: true }) open.Push(parent with { Next = markup[node].First, Link = parent.Link || tag == Tag.A, Block = false });
    }

    // Only the templates of shadow roots were given content.
    private bool IsShadow(Tag tag, int node) => tag == Tag.Template && markup[node].First >= 0;

    private void OpenCell(int cell, Frame parent)
    {
        // A long cell is a column of a layout, not a datum; of a menu, a shorter one.
        if (writer.Length > 300 || writer.Length > 100 && writer.IsLinks) writer.Flush(parent.Element, parent.Kind, parent.Level);
        else writer.Cell();
        open.Push(parent with { Next = markup[cell].First, Block = false });
    }

    private Frame Context(int node, Tag tag, Frame parent)
    {
        var level = tag.HeadingLevel();
        var kind = level > 0 ? PassageKind.Heading : tag switch
        {
            Tag.Li or Tag.Dt or Tag.Dd => PassageKind.Item,
            Tag.Blockquote => PassageKind.Quote,
            Tag.Figcaption or Tag.Caption => PassageKind.Caption,
            Tag.Tr => PassageKind.Row,
            Tag.Pre => PassageKind.Code,
            _ when signs.IsCaption(node) => PassageKind.Caption,
            // A paragraph in a cell is no datum either.
            Tag.P when parent.Kind == PassageKind.Row => PassageKind.Paragraph,
            _ => parent.Kind,
        };
        return parent with { Kind = kind, Level = level > 0 ? level : parent.Level, Block = true };
    }

    private void Open(int node, Frame frame)
    {
        if (frame.Element >= 0) writer.Flush(frame.Element, Enclosing().Kind, Enclosing().Level);
        elements.Add(new PageElement { Parent = frame.Element, FirstPassage = writer.Count, Suspect = signs.Chrome(node) });
        open.Push(frame with { Next = markup[node].First, Element = elements.Count - 1 });
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
