using Readout.Pages.Markup;

namespace Readout.Pages.Content;

/// <summary>Tells the article's passages from the page's chrome.</summary>
internal sealed class ContentFinder(PageTree tree, string? title, PageKnowledge knowledge)
{
    // Set by trying 0.3-0.6, 0.6-0.9 and 0.2-0.4 on pages of many sites; the results hardly differ within these ranges.
    private const double Share = 0.45, Deep = 0.7, SectionShare = 0.25, RunningText = 300, FewLinks = 0.1;

    // Comments may well be longer than what they are about.
    private const double Comments = 0.9;

    private readonly string?[] dropped = new string?[tree.Passages.Count];
    private readonly double[] prose = new double[tree.Passages.Count + 1];

    private int headline;

    public IReadOnlyList<string?> Dropped => dropped;

    public int Root { get; private set; }

    public void Find()
    {
        headline = Headline(dropped.Length);
        DropSuspects();
        Root = Descend();
        var (first, end) = (tree.Elements[Root].FirstPassage, tree.Elements[Root].EndPassage);
        var above = Headline(first);
        for (var i = 0; i < dropped.Length; i++)
            if ((i < first && !(i > above && IsLead(tree.Passages[i]))) || i >= end) dropped[i] ??= "outside the article";
        DropSections();
        DropLinks();
        DropTail();
    }

    /// <summary>The last heading before the article's box that says the title; beyond the end when there is none.</summary>
    private int Headline(int before)
    {
        for (var i = before - 1; i >= 0 && title is not null; i--)
            if (tree.Passages[i].Kind == PassageKind.Heading && HtmlContent.SameWords(tree.Passages[i].Text, title)) return i;
        return int.MaxValue;
    }

    // Between headline and box stand lead paragraphs among bylines and buttons.
    private static bool IsLead(Passage passage) => passage.Prose > 0 && passage.Words >= 8 && passage.LinkShare < 0.3 && passage.Kind is PassageKind.Paragraph or PassageKind.Quote;

    private void DropSuspects()
    {
        var distrusted = Distrusted();
        for (var i = 1; i < tree.Elements.Length; i++)
        {
            var element = tree.Elements[i];
            if (element.Suspect is { } rule && !distrusted.Contains(rule) && Believed(rule, i)) Drop(element.FirstPassage, element.EndPassage, rule.Reason);
        }
        for (var i = 0; i < dropped.Length; i++) prose[i + 1] = prose[i] + (dropped[i] is null ? tree.Passages[i].Prose : 0);
    }

    private bool Believed(ChromeRule rule, int element) => !HoldsArticle(rule, element) &&
        (rule.Belief != Belief.WithLinks || tree.Prose(element) < RunningText || tree.LinkShare(element) > FewLinks);

    // Running text under the page's own headline is the article, whatever its box is called.
    private bool HoldsArticle(ChromeRule rule, int element) =>
        !rule.Sure && headline >= tree.Elements[element].FirstPassage && headline < tree.Elements[element].EndPassage && tree.Prose(element) >= RunningText;

    /// <summary>Signs that would cost the bulk of the page's prose mean something else on this page.</summary>
    private HashSet<ChromeRule> Distrusted()
    {
        var cost = new Dictionary<ChromeRule, double>();
        var reach = new Dictionary<ChromeRule, int>();
        for (var i = 1; i < tree.Elements.Length; i++)
        {
            if (tree.Elements[i].Suspect is not { Sure: false } rule || HoldsArticle(rule, i) || reach.GetValueOrDefault(rule) > i) continue;
            cost[rule] = cost.GetValueOrDefault(rule) + tree.Prose(i);
            reach[rule] = tree.Elements[i].End;
        }
        return [.. cost.Where(c => c.Value > (c.Key.Reason == "comments" ? Comments : Share) * tree.Prose(0)).Select(c => c.Key)];
    }

    private void Drop(int first, int end, string reason)
    {
        for (var i = first; i < end; i++) dropped[i] ??= reason;
    }

    private double Prose(int element) => prose[tree.Elements[element].EndPassage] - prose[tree.Elements[element].FirstPassage];

    private int Descend()
    {
        var node = 0;
        while (true)
        {
            var best = -1;
            for (var child = node + 1; child < tree.Elements[node].End; child = tree.Elements[child].End)
                if (best < 0 || Prose(child) > Prose(best)) best = child;
            if (best < 0 || Prose(best) < Deep * Prose(node) || Prose(best) <= 0) return node;
            node = best;
        }
    }

    private void DropSections()
    {
        var root = tree.Elements[Root];
        for (var i = root.FirstPassage; i < root.EndPassage; i++)
        {
            var passage = tree.Passages[i];
            if (dropped[i] is not null || passage.Words > 8 || knowledge.HeadingRule(passage.Text) is not { } rule) continue;
            var end = passage.Kind == PassageKind.Heading ? SectionEnd(i) : i + 1;
            // A section that holds much of the article is part of it, whatever its heading says.
            Drop(i, prose[end] - prose[i] > SectionShare * Prose(Root) ? i + 1 : end, rule.Reason);
        }
    }

    /// <summary>Behind the section that a heading opens: its box, or up to the next heading of its level.</summary>
    private int SectionEnd(int heading)
    {
        var box = tree.Passages[heading].Element;
        while (box != Root && tree.Elements[box].EndPassage == heading + 1) box = tree.Elements[box].Parent;
        for (var end = heading + 1; end < tree.Elements[box].EndPassage; end++)
            if (tree.Passages[end].Kind == PassageKind.Heading && tree.Passages[end].Level <= tree.Passages[heading].Level) return end;
        return tree.Elements[box].EndPassage;
    }

    private void DropLinks()
    {
        for (var i = 0; i < dropped.Length; i++)
            if (tree.Passages[i].LinkShare > 0.7 && tree.Passages[i].Kind != PassageKind.Heading) dropped[i] ??= "links";
    }

    /// <summary>Headings and labels behind the last text stand over what was dropped.</summary>
    private void DropTail()
    {
        for (var i = dropped.Length - 1; i >= 0; i--)
        {
            if (dropped[i] is not null) continue;
            var passage = tree.Passages[i];
            if (passage.Kind != PassageKind.Heading && (passage.Kind != PassageKind.Paragraph || passage.Ends || passage.Words > 4)) return;
            dropped[i] = "label behind the text";
        }
    }
}
