using AngleSharp.Html.Parser;

namespace Readout.Pages;

/// <summary>
/// Plain text as an article: a short first line before a blank one is the title; lines that pages print around articles are
/// chrome; a line that is escaped or bare markup is opened; a caption that stands twice, or cut off with "…", is kept once.
/// </summary>
internal static class PlainArticle
{
    private const int TitleLength = 160;

    public static Article Of(Page page, string text, PageKnowledge knowledge, List<Doubt> doubts)
    {
        var dropped = new List<Chrome>();
        var lines = Lines(text).ToList();
        var marked = lines.FindIndex(IsMarkup);
        var title = page.Title ?? TakeTitle(lines, marked, knowledge, dropped);
        var kept = marked >= 0 ? WithCaptions(lines, marked, title, knowledge, dropped) : Paragraphs(lines, title, knowledge, dropped);
        var article = new ArticleText(title, kept);
        var (day, from) = Day(page, kept, knowledge);
        return new Article
        {
            Id = page.Id ?? GivenArticle.IdOf(page.Url ?? article.Text),
            Input = page.Input,
            Url = page.Url,
            Title = title,
            Published = day,
            PublishedFrom = from,
            Source = page.Source,
            Authors = page.Authors,
            Language = LanguageDetector.Detect(article.Text, null),
            Text = article.Text,
            Blocks = article.Blocks,
            Dropped = dropped,
            Doubts = doubts,
        };
    }

    // Text wrapped at a fixed width is joined; otherwise each line is a paragraph.
    private static IEnumerable<string> Lines(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        var wrapped = text.Length > 400 && text.Split('\n').Max(l => l.Length) <= 100;
        foreach (var paragraph in paragraphs)
            foreach (var line in wrapped ? [paragraph.Replace('\n', ' ')] : paragraph.Split('\n'))
                if (line.Trim() is { Length: > 0 } trimmed) yield return trimmed;
    }

    private static bool IsMarkup(string line) => line.Contains("<p>", StringComparison.OrdinalIgnoreCase) || line.Contains("&lt;p&gt;", StringComparison.OrdinalIgnoreCase);

    private static string? TakeTitle(List<string> lines, int marked, PageKnowledge knowledge, List<Chrome> dropped)
    {
        while (lines.Count > 0 && knowledge.Names.IsChromeLine(lines[0]))
        {
            dropped.Add(new Chrome(lines[0], "a line that pages print around articles"));
            lines.RemoveAt(0);
        }
        return lines.Count > 1 && lines[0].Length <= TitleLength && lines[0][^1] is not ('.' or '”' or '"') ? lines[0] : null;
    }

    private static List<TextBlock> Paragraphs(List<string> lines, string? title, PageKnowledge knowledge, List<Chrome> dropped)
    {
        var kept = new List<TextBlock>();
        foreach (var line in lines.Skip(title is not null && lines.Count > 0 && lines[0] == title ? 1 : 0))
        {
            if (knowledge.Names.IsChromeLine(line)) dropped.Add(new Chrome(line, "a line that pages print around articles"));
            else kept.Add(new TextBlock(0, Item(line) ? BlockRole.Item : BlockRole.Text, line, 0));
        }
        return kept;
    }

    private static bool Item(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal);

    /// <summary>The seed's form: what stands before the markup besides the title are captions; the markup is the body.</summary>
    private static List<TextBlock> WithCaptions(List<string> lines, int marked, string? title, PageKnowledge knowledge, List<Chrome> dropped)
    {
        var kept = new List<TextBlock>();
        foreach (var line in lines)
        {
            if (line == title) continue;
            if (IsMarkup(line)) kept.AddRange(Body(line, knowledge));
            else if (knowledge.Names.IsChromeLine(line)) dropped.Add(new Chrome(line, "a line that pages print around articles"));
            else if (kept.Exists(b => SameCaption(b.Text, line))) dropped.Add(new Chrome(line, "the same caption again"));
            else kept.Add(new TextBlock(0, BlockRole.Caption, line, 0));
        }
        // The contract's order: captions after the body they illustrate would split it; they come first as on the page.
        return kept;
    }

    private static bool SameCaption(string known, string line) =>
        known == line || (line.EndsWith('…') && known.StartsWith(line[..^1], StringComparison.Ordinal)) || (known.EndsWith('…') && line.StartsWith(known[..^1], StringComparison.Ordinal));

    private static IEnumerable<TextBlock> Body(string line, PageKnowledge knowledge)
    {
        var html = line.Contains("<p>", StringComparison.OrdinalIgnoreCase) ? line : System.Net.WebUtility.HtmlDecode(line);
        using var document = new HtmlParser().ParseDocument(html);
        return [.. PageTree.Of(document.Body!, knowledge.Names).Blocks];
    }

    private static (DateOnly?, PublishedFrom) Day(Page page, List<TextBlock> kept, PageKnowledge knowledge)
    {
        if (page.Date is { } option) return (option, PublishedFrom.Option);
        if (PageDate.In(page.Published, knowledge.Months) is { } given) return (given, PublishedFrom.Metadata);
        if (PageDate.InUrl(page.Url) is { } address) return (address, PublishedFrom.Url);
        foreach (var block in kept.Where(b => b.Role == BlockRole.Caption))
            if (PageDate.In(block.Text, knowledge.Months, monthFirst: true) is { } caption) return (caption, PublishedFrom.Caption);
        foreach (var block in kept.Take(2))
            if (PageDate.In(block.Text.Length > 120 ? block.Text[..120] : block.Text, knowledge.Months, monthFirst: true) is { } day) return (day, PublishedFrom.Dateline);
        return (null, PublishedFrom.Unknown);
    }
}
