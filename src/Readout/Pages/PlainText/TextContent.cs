using System.Net;
using System.Text.RegularExpressions;
using Readout.Pages.Content;
using Readout.Pages.Html;
using Readout.Pages.Markup;

namespace Readout.Pages.PlainText;

/// <summary>Plain text to an article's parts: lines of chrome, a title, captions, paragraphs; a body left as HTML in one line is read as such.</summary>
internal sealed partial class TextContent(PageKnowledge knowledge)
{
    private const int LongestTitleWords = 30;

    private readonly List<ArticlePart> parts = [];
    private readonly List<Chrome> chrome = [];

    public string? Title { get; private set; }

    public PageContent Read(string text, string? title)
    {
        Title = title;
        var groups = TextLines.Groups(text);
        var titleAt = title is null ? TitleAt(groups) : -1;
        for (var i = 0; i < groups.Count; i++)
        {
            if (i == titleAt) Title = groups[i].Lines[0];
            else if (parts.Count == 0 && Title is not null && HtmlContent.SameWords(groups[i].Text, Title)) chrome.Add(new Chrome(groups[i].Text, "title"));
            else Add(groups[i]);
        }
        return new PageContent(parts, chrome) { Labels = chrome.Where(c => !c.Reason.StartsWith("caption", StringComparison.Ordinal)).Select(c => c.Text) };
    }

    /// <summary>The first group that is one short line without a full stop, no chrome, and is followed by more.</summary>
    private int TitleAt(IReadOnlyList<LineGroup> groups)
    {
        for (var i = 0; i + 1 < groups.Count; i++)
        {
            var line = groups[i].Lines[0];
            if (groups[i].Lines.Count == 1 && knowledge.Line(line) is not null) continue;
            var fits = groups[i].Lines.Count == 1 && !Markup().IsMatch(line) && !line.EndsWith('.') && line.Split(' ').Length <= LongestTitleWords && !knowledge.IsCredit(line);
            return fits ? i : -1;
        }
        return -1;
    }

    private void Add(LineGroup group)
    {
        foreach (var line in group.Paragraphs)
        {
            var plain = line.Contains("&lt;p", StringComparison.OrdinalIgnoreCase) || line.Contains("&lt;/p", StringComparison.OrdinalIgnoreCase) ? WebUtility.HtmlDecode(line) : line;
            if (Markup().IsMatch(plain)) AddMarkup(plain);
            else AddLine(Entity().IsMatch(plain) ? WebUtility.HtmlDecode(plain).Replace('\u00A0', ' ') : plain, group);
        }
    }

    private void AddLine(string line, LineGroup group)
    {
        if (group.Lines.Count == 1 && knowledge.Line(line) is { } reason) chrome.Add(new Chrome(line, reason));
        else if (parts.Count > 0 && parts[^1].Text == line) Repeated(line);
        else parts.Add(new ArticlePart(knowledge.IsCredit(line) ? BlockKind.Caption : BlockKind.Paragraph, line));
    }

    // Pages saved as text print a caption twice: as the picture's description and below it.
    private void Repeated(string line)
    {
        chrome.Add(new Chrome(line, "caption printed before"));
        if (parts[^1].Kind == BlockKind.Paragraph && line.Length < 400) parts[^1] = new ArticlePart(BlockKind.Caption, line);
    }

    private void AddMarkup(string line)
    {
        using var markup = TreeConstructor.Parse(line, knowledge);
        using var signs = new PageSigns(markup, knowledge);
        var tree = TreeBuilder.Build(markup, signs);
        var content = HtmlContent.All(tree, Title, knowledge);
        parts.AddRange(content.Parts);
        chrome.AddRange(content.Dropped);
    }

    [GeneratedRegex(@"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
