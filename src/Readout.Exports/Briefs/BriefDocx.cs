using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Readout.Exports.Formats;
using Readout.Store.Asking;

namespace Readout.Exports.Briefs;

/// <summary>A brief as a Word document with real footnotes.</summary>
public static class BriefDocx
{
    public static void Write(Brief brief, Stream output)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // An id of our own, since the library would draw one by lot.
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            var footnotes = main.AddNewPart<FootnotesPart>("notes");
            footnotes.Footnotes = new Footnotes(
                new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
            main.Document = new Document(Body(brief, footnotes.Footnotes));
        }
        Fixed(file, output);
    }

    private static Body Body(Brief brief, Footnotes footnotes)
    {
        var body = new Body(Paragraph(brief.Title, bold: true, size: "32"), Paragraph($"From {brief.Articles} articles of {brief.Outlets} outlets.", bold: false, size: "20"));
        var next = 1;
        foreach (var section in brief.Sections)
        {
            body.AppendChild(Paragraph(section.Title, bold: true, size: "26"));
            foreach (var line in section.Lines)
            {
                var paragraph = new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "120" }, new Indentation { Left = "360", Hanging = "240" }), Run("•  " + line.Text, "22"));
                // Word numbers footnotes by itself, so every reference has one of its own.
                foreach (var note in new BriefNotes().Of(line))
                {
                    footnotes.AppendChild(new Footnote(new Paragraph(new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReferenceMark()), Run($" {note.Text}{(note.Article.Url is null ? "" : " " + note.Article.Url)}", "18"))) { Id = next });
                    paragraph.AppendChild(new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReference { Id = next }));
                    next++;
                }
                body.AppendChild(paragraph);
            }
        }
        return body;
    }

    private static Paragraph Paragraph(string text, bool bold, string size)
    {
        var run = Run(text, size);
        if (bold) run.RunProperties!.PrependChild(new Bold());
        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "120", After = "120" }), run);
    }

    private static Run Run(string text, string halfPoints) =>
        new(new RunProperties(new FontSize { Val = halfPoints }), new Text(string.Concat(XmlText.Of(text).Select(c => char.IsControl(c) ? ' ' : c))) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>The same zip without the time of writing, so that the same brief gives the same bytes.</summary>
    private static void Fixed(MemoryStream file, Stream output)
    {
        file.Position = 0;
        using var buffer = new MemoryStream();
        using (var from = new ZipArchive(file, ZipArchiveMode.Read))
        using (var to = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
