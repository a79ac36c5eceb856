namespace Readout.Pages.Html;

/// <summary>What the next tag means by where it stands (13.2.4.1).</summary>
internal enum InsertionMode : byte
{
    Head,
    Body,
    Select,
    Table,
    Caption,
    ColumnGroup,
    TableBody,
    Row,
    Cell,
}

/// <summary>Builds the tree from the page's tags and text (13.2.6); what browsers make of wrong markup, this makes too, as far as text needs it.</summary>
internal sealed class TreeConstructor
{
    private readonly BodyRules body;
    private readonly TableRules tables;
    private bool standards, headEnded;

    public TreeConstructor(string text, NameTable attributeNames, CharacterReferences references)
    {
        Tree = new MarkupTree(text, references);
        Tokens = new Tokenizer(text, attributeNames, Tree);
        Open = new OpenElements(Tree);
        Formatting = new FormattingElements(Tree);
        body = new BodyRules(this);
        tables = new TableRules(this, body);
        Open.Push(Tree.Add(Tag.Html, 0, 0, 0, 0));
        Tree.Insert(Tree.Add(Tag.Head, 0, 0, 0, 0), MarkupTree.Html);
    }

    public MarkupTree Tree { get; }

    public Tokenizer Tokens { get; }

    public OpenElements Open { get; }

    public FormattingElements Formatting { get; }

    public InsertionMode Mode { get; set; }

    /// <summary>The form that is open, as forms do not nest; -1 when none is.</summary>
    public int Form { get; set; } = -1;

    /// <summary>Content is out of place in a table and goes before it.</summary>
    public bool Fostering { get; set; }

    /// <summary>The page declares the standard, so a table ends a paragraph.</summary>
    public bool Standards => standards;

    public static MarkupTree Parse(string text, PageKnowledge knowledge) =>
        new TreeConstructor(text, knowledge.Attributes.Names, knowledge.References).Run();

    private MarkupTree Run()
    {
        while (!Tree.IsFull && Tokens.Next() != TokenKind.End) Process();
        if (Tree.Body < 0) StartBody(0, 0);
        var doubts = new List<Doubt>();
        if (Tree.IsFull) doubts.Add(new Doubt("page-cut", $"has more than {MarkupTree.MostNodes} elements and texts; the markup from character {Tokens.Place} on was left out"));
        if (Open.WasTooDeep) doubts.Add(new Doubt("page-too-deep", $"nests more than {OpenElements.Deepest} elements; deeper ones were read as lying side by side"));
        Tree.Doubts = doubts;
        return Tree;
    }

    public void Process()
    {
        if (Tokens.Kind == TokenKind.Doctype) standards |= Mode == InsertionMode.Head && Doctype.IsStandard(Tokens.Text);
        else if (Tokens.Kind == TokenKind.EndTag && Open.EndsBeyond(Tokens.Tag)) return;
        else if (Mode == InsertionMode.Head) InHead();
        else if (Mode == InsertionMode.Body) body.Process();
        else tables.Process(Mode);
    }

    private void InHead()
    {
        switch (Tokens.Kind)
        {
            case TokenKind.Text when Tokens.Text.IsWhiteSpace():
                break;
            case TokenKind.EndTag when Tokens.Tag is not (Tag.Body or Tag.Html or Tag.Br):
                headEnded |= Tokens.Tag == Tag.Head;
                break;
            case TokenKind.StartTag when Tokens.Tag == Tag.Html:
                Adopt(MarkupTree.Html);
                break;
            case TokenKind.StartTag when Tokens.Tag == Tag.Head:
                Adopt(MarkupTree.Head);
                break;
            case TokenKind.StartTag when Tokens.Tag.Is(Traits.Head) && !(headEnded && Tokens.Tag == Tag.Noscript):
                InsertHeadElement(MarkupTree.Head);
                break;
            case TokenKind.StartTag when Tokens.Tag == Tag.Body:
                StartBody(Tokens.FirstAttribute, Tokens.Attributes);
                break;
            default:
                var (first, count) = (Tokens.FirstAttribute, Tokens.Attributes);
                StartBody(first + (Tokens.Kind == TokenKind.StartTag ? count : 0), 0);
                Process();
                break;
        }
    }

    private void StartBody(int firstAttribute, int attributes)
    {
        Tree.Body = Tree.Add(Tag.Body, 0, 0, firstAttribute, attributes);
        Tree.Insert(Tree.Body, MarkupTree.Html);
        Open.Push(Tree.Body);
        Mode = InsertionMode.Body;
    }

    /// <summary>Gives the attributes of a second tag to the element, which has none yet.</summary>
    public void Adopt(int node)
    {
        if (node < 0 || Tree[node].Attributes > 0) return;
        (Tree[node].FirstAttribute, Tree[node].Attributes) = (Tokens.FirstAttribute, (byte)Tokens.Attributes);
    }

    /// <summary>A meta, link, script, style, title or template, wherever it stands.</summary>
    public void InsertHeadElement(int parent)
    {
        var (tag, node) = (Tokens.Tag, NewElement());
        Place(node, parent);
        if (!tag.Is(Traits.Void)) InsertRaw(node, tag);
    }

    /// <summary>Passes over content that is no markup; titles and scripts remember where theirs stands.</summary>
    public void InsertRaw(int node, Tag tag)
    {
        if (Tokens.SkipRaw(tag, out var start, out var length)) (Tree[node].Start, Tree[node].Length) = (start, length);
        else if (tag is not (Tag.Title or Tag.Noscript or Tag.Template)) Tokens.SkipToEnd();
    }

    public int NewElement() => Tree.Add(Tokens.Tag, Tokens.Start, Tokens.Length, Tokens.FirstAttribute, Tokens.Attributes);

    /// <summary>Inserts an element for the tag and opens it.</summary>
    public int Insert()
    {
        var node = NewElement();
        Place(node);
        return Open.Push(node) ? node : -1;
    }

    /// <summary>Inserts an element that the page leaves out, and opens it.</summary>
    public int Insert(Tag tag)
    {
        var node = Tree.Add(tag, 0, 0, 0, 0);
        Place(node);
        return Open.Push(node) ? node : -1;
    }

    /// <summary>Inserts an element that holds nothing.</summary>
    public int InsertVoid()
    {
        var node = NewElement();
        Place(node);
        return node;
    }

    public void InsertText() => Place(Tree.Add(Tag.Text, Tokens.Start, Tokens.Length, 0, 0));

    /// <summary>Puts a node where the standard wants it: into the open element, or before the table that it is out of place in (13.2.6.1).</summary>
    public void Place(int node) => Place(node, Open.Current);

    public void Place(int node, int target)
    {
        if (!Fostering || !Tree.Tag(target).Is(Traits.Foster) || Open.LastOf(Tag.Table) is not (> 0 and var table)) Tree.Insert(node, target);
        else if (Tree[Open[table]].Parent is >= 0 and var parent) Tree.Insert(node, parent, Open[table]);
        else Tree.Insert(node, Open[table - 1]);
    }

    public void CloseParagraph()
    {
        if (Open.LastInScope(Tag.P, Traits.ButtonScope) is >= 0 and var paragraph) Open.PopTo(paragraph);
    }
}
