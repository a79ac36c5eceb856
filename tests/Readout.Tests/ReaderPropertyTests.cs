using System.Text;
using CsCheck;
using Readout.Fuzz;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests;

/// <summary>What holds of every reading: each span of each finding is a slice of the article, and the same page gives the same bytes. Tried on collages of the samples with hostile pieces among them.</summary>
public sealed class ReaderPropertyTests
{
    private static readonly Lazy<Reader> Reader = new(() => new Reader(Known.Knowledge, LanguageModel.Load(Path.Combine(Repository.Root, "models"))));

    private static readonly string[] Pieces =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.txt").Order(StringComparer.Ordinal).SelectMany(f => File.ReadAllText(f).Split(". ")).Where(s => s.Length is > 20 and < 400).Take(120),
        "\u201C", "\u201D", "\"", "'", "\n\n", "\n", "\uD83D\uDE00", "e\u0301", "\u202E", "\u200B", "\u00A0", "...", "--", "(", ")", "Mr.", "U.S.", "$1.5 billion", "on March 18, 2021,", "&amp;", "<p>", "한국", "1\u00A0000", "they said", "\t", "if",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[1, 14].Select(chosen => string.Join(" ", chosen.Select(c => Pieces[c])));

    [Fact]
    public void Every_span_of_every_finding_is_a_slice_of_the_article_and_a_second_reading_gives_the_same_bytes() => Texts.Sample(
        text =>
        {
            if (string.IsNullOrWhiteSpace(text)) return;
            foreach (var kind in new[] { PageKind.Given, PageKind.Text })
            {
                var page = new Page { Input = "collage", Bytes = Encoding.UTF8.GetBytes(text + " The ministers met in Seoul."), Kind = kind, Published = "2021-03-18" };
                var reading = Reader.Value.Read(page);
                SpanCheck.Of(reading);
                Assert.Equal(Output.ReadingJson.Write(reading).ToArray(), Output.ReadingJson.Write(Reader.Value.Read(page)).ToArray());
            }
        },
        iter: 60, threads: 1);
}
