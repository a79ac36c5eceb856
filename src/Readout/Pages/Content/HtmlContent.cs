using Readout.Pages.Markup;

namespace Readout.Pages.Content;

/// <summary>The article's parts from a page's tree: what the finder kept, without repetitions and loose labels.</summary>
internal static class HtmlContent
{
    public static PageContent Of(PageTree tree, string? title, PageKnowledge knowledge)
    {
        var finder = new ContentFinder(tree, title, knowledge);
        finder.Find();
        return Of(tree, finder.Dropped, title, knowledge);
    }

    /// <summary>The parts of markup that is known to be all article.</summary>
    public static PageContent All(PageTree tree, string? title, PageKnowledge knowledge) => Of(tree, new string?[tree.Passages.Count], title, knowledge);

    private static PageContent Of(PageTree tree, IReadOnlyList<string?> dropped, string? title, PageKnowledge knowledge)
    {
        var parts = new List<ArticlePart>();
        var chrome = new List<Chrome>();
        var printed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tree.Passages.Count; i++)
        {
            var passage = tree.Passages[i];
            var reason = dropped[i] ?? knowledge.Line(passage.Text);
            var kind = reason is null ? KindOf(passage, knowledge) : BlockKind.Paragraph;
            if (reason is null && title is not null && passage.Words <= 60 && SameWords(passage.Text, title)) reason = "title";
            // Pages carry copies for other screens, and captions twice; short lines may recur on purpose.
            if (reason is null && (passage.Words >= 12 || kind == BlockKind.Caption) && !printed.Add(passage.Text)) reason = "printed before";
            if (reason is not null) chrome.Add(new Chrome(passage.Text, reason));
            else parts.Add(new ArticlePart(kind, passage.Text));
        }
        return new PageContent(parts, chrome) { Labels = Labels(tree, title) };
    }

    /// <summary>Short passages where a date may stand: those behind the title first, the nearest first.</summary>
    private static IEnumerable<string> Labels(PageTree tree, string? title)
    {
        var at = 0;
        for (var i = 0; i < tree.Passages.Count && title is not null; i++)
            if (tree.Passages[i].Kind == PassageKind.Heading && SameWords(tree.Passages[i].Text, title)) at = i;
        return tree.Passages.Skip(at).Concat(tree.Passages.Take(at).Reverse()).Where(p => p.Words < 30 && p.Kind != PassageKind.Caption).Select(p => p.Text);
    }

    private static BlockKind KindOf(Passage passage, PageKnowledge knowledge) => passage.Kind switch
    {
        PassageKind.Heading => BlockKind.Heading,
        PassageKind.Item or PassageKind.Row => BlockKind.Item,
        PassageKind.Quote => BlockKind.Quote,
        PassageKind.Caption when passage.Words <= 100 => BlockKind.Caption,
        _ => passage.Words <= 60 && knowledge.IsCredit(passage.Text) ? BlockKind.Caption : BlockKind.Paragraph,
    };

    public static bool SameWords(string one, string other)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i])) i++;
            while (j < other.Length && !char.IsLetterOrDigit(other[j])) j++;
            if (i == one.Length || j == other.Length) return i == one.Length && j == other.Length;
            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++])) return false;
        }
    }
}
