namespace Readout.Statements;

/// <summary>Releases that name their speaker once: "The below is attributable to Spokesperson Jane Roe:".</summary>
internal sealed class DocumentReports(ArticleWords words)
{
    private static readonly Why Rule = new("attributable to");

    public Draft? Read(int word)
    {
        if (!words.Is(word, "attributable") || !words.Is(word + 1, "to")) return null;
        var (_, end) = words.WordsOf(words.Sentence(word));
        if (end - word < 4 || !words.Is(end - 1, ":")) return null;
        var source = new WordRange(word + 2, end - 1);
        var block = words.BlockAt(words[end - 1].Span.Start);
        if (block + 1 >= words.Blocks.Count) return null;
        return new Draft
        {
            Content = [new(words.Blocks[block + 1].Start, words.Blocks[^1].End)],
            Source = new SourceWords(words.Span(source), source.End - 1),
            Cue = words.Span(new(word, word + 2)),
            CueWord = word,
            Lemma = "attributable to",
            Speech = true,
            Why = Rule,
        };
    }
}
