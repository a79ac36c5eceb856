using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Readout.Exports.Briefs;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.Tests.Store;

/// <summary>Briefs over the sample stories: nothing is said that the sources do not say.</summary>
public sealed partial class BriefTests : IDisposable
{
    private readonly App.Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void Every_name_and_number_of_every_line_stands_in_its_cited_words_or_in_the_office_record()
    {
        var path = Path.Combine(session.Folder, "samples.db");
        Assert.Equal(0, session.Run("add", Path.Combine(Repository.Root, "samples"), "--store", path));
        using var store = ReadingStore.OpenExisting(path);
        var cast = store.Ask(new CastQuestion());
        var lines = 0;
        foreach (var day in new[] { "2018-03-31", "2018-06-30", "2019-05-31", "2021-03-18", "2021-06-30", "2021-12-31" })
            foreach (var actors in new string[][] { [], ["PRK"], ["USA"], ["KOR"], ["IRN"], ["USA", "PRK"], ["USA", "KOR"], ["USA", "IRN"] })
            {
                var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
                var brief = store.Ask(new BriefQuestion { AsOf = today, Today = today, IfAsked = true, Selection = new Selection { Actors = actors, From = today.AddDays(-90) } });
                Assert.Equal(brief.Sections.Sum(s => s.Lines.Count), brief.Sections.SelectMany(s => s.Lines).Select(l => l.Text).Distinct().Count());
                foreach (var line in brief.Sections.SelectMany(s => s.Lines))
                {
                    Vouched(line, cast);
                    lines++;
                }
                Noted(brief);
            }
        Assert.InRange(lines, 100, int.MaxValue);
    }

    [Theory]
    [InlineData("TEHRAN — Iran on Sunday rejected the proposal.", "Iran on Sunday rejected the proposal.")]
    [InlineData("WASHINGTON, March 7, 2021 (AP) - The deal is done.", "The deal is done.")]
    [InlineData("- A mark of a list\n goes.", "A mark of a list goes.")]
    [InlineData("NATO leaders met.", "NATO leaders met.")]
    public void Datelines_and_marks_are_left_out(string sentence, string line) => Assert.Equal(line, BriefLines.Plain(sentence));

    [Theory]
    [InlineData("We will not accept this under any conditions.", false)]
    [InlineData("MR. PRICE: The talks went on for three hours.", false)]
    [InlineData("He met the minister in the capital on Monday.", false)]
    [InlineData("“We will not accept this,” the minister said on Monday.", true)]
    [InlineData("Would the two sides meet again in the spring?", false)]
    public void A_line_is_understood_by_itself(string sentence, bool stands) => Assert.Equal(stands, BriefLines.Stands(sentence));

    [Fact]
    public void Markdown_html_and_word_hold_every_line_and_run_nothing()
    {
        var citation = new Citation("a", "The <b>Paper</b>", "Title & more", "2021-03-18", "javascript:alert(1)", new TextSpan(0, 4));
        var brief = new Brief("Talks <script>alert(1)</script>", [new BriefSection("What is new", [new BriefLine("They *met* <img src=x> [here](x).", [citation, citation with { Article = "b", Url = "https://example.org/a?b=1&c=2" }]) { Quotes = ["They met", "They met, too"] }])], 1, 1);
        var html = Written(o => BriefHtml.Write(brief, o));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#n2\"", html, StringComparison.Ordinal);
        Assert.Contains("https://example.org/a?b=1&amp;c=2#:~:text=They%20met%2C%20too", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
        Assert.Contains("They \\*met\\* \\<img src=x\\> \\[here\\](x). [^1][^2]", Written(o => BriefMarkdown.Write(brief, o)), StringComparison.Ordinal);
        using var docx = new MemoryStream();
        BriefDocx.Write(brief, docx);
        using var again = new MemoryStream();
        BriefDocx.Write(brief, again);
        Assert.Equal(docx.ToArray(), again.ToArray());
        docx.Position = 0;
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Contains("They *met* <img src=x>", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Contains("Title & more", document.MainDocumentPart.FootnotesPart!.Footnotes!.InnerText, StringComparison.Ordinal);
    }

    private static void Vouched(BriefLine line, ILookup<string, Party> cast)
    {
        Assert.NotEmpty(line.Citations);
        Assert.Equal(line.Citations.Count, line.Quotes.Count);
        var record = line.Office is null ? [] : line.Citations.SelectMany(c => cast[c.Article]).Where(p => p.Office is not null && line.Office == $"{p.Name}, {p.Office}").Select(p => $"{p.Name} {p.Office}");
        var vouched = string.Join(' ', line.Quotes.Concat(record));
        foreach (Match name in NamesAndNumbers().Matches(line.Text.Replace(" Before: ", " ", StringComparison.Ordinal)))
            Assert.True(vouched.Contains(name.Value, StringComparison.Ordinal), $"'{name.Value}' of '{line.Text}' stands neither in '{vouched}' nor in the office record");
    }

    private static void Noted(Brief brief)
    {
        var notes = new BriefNotes();
        foreach (var line in brief.Sections.SelectMany(s => s.Lines)) Assert.NotEmpty(notes.Of(line));
        Assert.Equal(Enumerable.Range(1, notes.All.Count), notes.All.Select(n => n.Number));
    }

    private static string Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}’'-]*|\d[\d,.]*\d|\d")]
    private static partial Regex NamesAndNumbers();
}
