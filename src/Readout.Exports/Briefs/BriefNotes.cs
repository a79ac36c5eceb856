using System.Globalization;
using Readout.Store.Asking;

namespace Readout.Exports.Briefs;

/// <summary>A footnote: an article with the places in it that a line rests on.</summary>
/// <param name="Number">From 1, in the order of first use.</param>
/// <param name="Quotes">The words at the places.</param>
public sealed record BriefNote(int Number, Citation Article, string Spans, IReadOnlyList<string> Quotes)
{
    /// <summary>Outlet, day, title and places on one line.</summary>
    public string Text => $"{Article.Outlet}, {Article.Published ?? "undated"}: {Article.Title ?? Article.Article} {Spans}";

    /// <summary>The address of the article when it can be opened, with the words to go to.</summary>
    public string? Link
    {
        get
        {
            if (!Uri.TryCreate(Article.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return null;
            var words = Quotes.Count > 0 ? Quotes[0].Trim() : "";
            return words.Length is 0 or > 300 || words.Contains('\n') ? url.AbsoluteUri : url.GetLeftPart(UriPartial.Query) + "#:~:text=" + Uri.EscapeDataString(words).Replace("-", "%2D", StringComparison.Ordinal);
        }
    }
}

/// <summary>Numbers the footnotes of a brief while its lines are written.</summary>
public sealed class BriefNotes
{
    private readonly List<BriefNote> notes = [];

    public IReadOnlyList<BriefNote> All => notes;

    /// <summary>The notes of a line: one for each article, with all its places.</summary>
    public IReadOnlyList<BriefNote> Of(BriefLine line)
    {
        var quotes = line.Quotes.Count == line.Citations.Count ? line.Quotes : [.. line.Citations.Select(_ => "")];
        return [.. line.Citations.Zip(quotes).GroupBy(c => c.First with { Span = default })
            .Select(g => Numbered(g.Key, string.Join(' ', g.Select(c => c.First.Span).Distinct().Order().Select(s => s.ToString())), [.. g.OrderBy(c => c.First.Span).Select(c => c.Second).Where(q => q.Length > 0)]))];
    }

    /// <summary>[1][2]</summary>
    public string Marks(BriefLine line) => string.Concat(Of(line).Select(n => string.Create(CultureInfo.InvariantCulture, $"[{n.Number}]")));

    private BriefNote Numbered(Citation article, string spans, IReadOnlyList<string> quotes)
    {
        if (notes.Find(n => n.Article == article && n.Spans == spans) is { } known) return known;
        var note = new BriefNote(notes.Count + 1, article, spans, quotes);
        notes.Add(note);
        return note;
    }
}
