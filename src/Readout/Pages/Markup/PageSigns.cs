using System.Buffers;
using Readout.Pages.About;
using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>What tags, roles, classes and ids say of all elements of a page, read once. Equal classes are read once.</summary>
internal sealed class PageSigns : IDisposable
{
    private readonly MarkupTree tree;
    private readonly PageKnowledge knowledge;
    private readonly Dictionary<string, Hint> seen = new(StringComparer.Ordinal);
    private readonly Sign[] signs;

    private record struct Sign(ChromeRule? Chrome, FactKind Fact, bool Caption);

    public PageSigns(MarkupTree tree, PageKnowledge knowledge)
    {
        (this.tree, this.knowledge) = (tree, knowledge);
        signs = ArrayPool<Sign>.Shared.Rent(tree.Count);
        for (var node = 0; node < tree.Count; node++) signs[node] = tree.Tag(node) == Tag.Text ? default : Read(node);
    }

    public ChromeRule? Chrome(int node) => signs[node].Chrome;

    public FactKind Fact(int node) => signs[node].Fact;

    public bool IsCaption(int node) => signs[node].Caption;

    public void Dispose() => ArrayPool<Sign>.Shared.Return(signs, clearArray: true);

    private Sign Read(int node)
    {
        var (tag, rule) = (tree.Tag(node), default(ChromeRule));
        var (byClass, byId, byTest, byComponent, byProperty) = (default(Hint), default(Hint), default(Hint), default(Hint), (FactKind?)null);
        var isAuthor = false;
        foreach (var attribute in tree.AttributesOf(node))
        {
            var value = tree.Raw(attribute);
            // Of several, the first of the knowledge file counts, in whatever order the page writes them.
            if (knowledge.Attributes.Of(attribute.Name, value) is { } stated && !(rule?.Why.Line < stated.Why.Line)) rule = stated;
            switch (attribute.Name)
            {
                case Attr.Class: byClass = OfClass(value); break;
                case Attr.Id: byId = knowledge.Hints.Of(value); break;
                case Attr.DataTestid: byTest = knowledge.Hints.Of(value); break;
                case Attr.DataComponent: byComponent = knowledge.Hints.Of(value); break;
                case Attr.Itemprop: byProperty = knowledge.Hints.Of(value).Fact; break;
                case Attr.Rel: isAuthor = value.SequenceEqual("author"); break;
            }
        }
        var chrome = knowledge.TagRule(tag) ?? rule ?? byClass.Chrome ?? byId.Chrome ?? byTest.Chrome ?? byComponent.Chrome;
        return new Sign(chrome, FactOf(tag, byProperty, isAuthor, byClass.Fact, byId.Fact), byClass.Caption);
    }

    private static FactKind FactOf(Tag tag, FactKind? property, bool isAuthor, FactKind byClass, FactKind byId)
    {
        if (tag == Tag.Time) return property is FactKind.Modified || byClass is FactKind.Modified ? FactKind.Modified : FactKind.Published;
        if (tag == Tag.H1) return FactKind.Headline;
        if (property is { } told) return told;
        return isAuthor ? FactKind.Author : byClass != FactKind.None ? byClass : byId;
    }

    private Hint OfClass(ReadOnlySpan<char> classes)
    {
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(classes, out var hint)) lookup[classes] = hint = knowledge.Hints.Of(classes);
        return hint;
    }
}
