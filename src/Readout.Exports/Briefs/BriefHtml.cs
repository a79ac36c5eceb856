using System.Net;
using System.Text;
using Readout.Store.Asking;

namespace Readout.Exports.Briefs;

/// <summary>A brief as one HTML file that needs nothing else: every line leads to its receipts, every receipt shows the cited words and leads to the article.</summary>
public static class BriefHtml
{
    private const string Style =
        """
        body{font:1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.4rem}h2{font-size:1.1rem;border-bottom:1px solid #ccc;margin-top:2rem}
        li{margin:.5rem 0}sup a{text-decoration:none;padding:0 .1rem}ol.notes{font-size:.85rem;color:#444}
        ol.notes q{display:block;margin:.2rem 0 0 0;color:#1a1a1a}ol.notes li:target{background:#fff3bf}a{color:#0b57a4}
        @media (prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ec5ff}ol.notes,h2{color:#bbb}ol.notes q{color:#eee}ol.notes li:target{background:#4a3f00}}
        @media print{body{margin:0}a{color:inherit}}
        """;

    public static void Write(Brief brief, Stream output)
    {
        var notes = new BriefNotes();
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        html.Append("<title>").Append(Text(brief.Title)).Append("</title><style>").Append(Style).Append("</style></head><body>\n<h1>").Append(Text(brief.Title)).Append("</h1>\n");
        html.Append("<p>From ").Append(brief.Articles).Append(" articles of ").Append(brief.Outlets).Append(" outlets. Every line is taken from its sources; the numbers lead to the words.</p>\n");
        foreach (var section in brief.Sections)
        {
            html.Append("<h2>").Append(Text(section.Title)).Append("</h2>\n<ul>\n");
            foreach (var line in section.Lines)
                html.Append("<li>").Append(Text(line.Text)).Append(" <sup>").AppendJoin("", notes.Of(line).Select(n => $"<a href=\"#n{n.Number}\" title=\"{Text(n.Article.Outlet)}, {Text(n.Article.Published ?? "undated")}\">[{n.Number}]</a>")).Append("</sup></li>\n");
            html.Append("</ul>\n");
        }
        html.Append("<h2>Receipts</h2>\n<ol class=\"notes\">\n");
        foreach (var note in notes.All)
        {
            html.Append("<li id=\"n").Append(note.Number).Append("\">").Append(Text(note.Text));
            if (note.Link is { } link) html.Append(" <a rel=\"noreferrer\" href=\"").Append(Text(link)).Append("\">article</a>");
            foreach (var quote in note.Quotes) html.Append("<q>").Append(Text(quote)).Append("</q>");
            html.Append("</li>\n");
        }
        html.Append("</ol>\n</body></html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
