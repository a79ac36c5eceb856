using Readout.Loading;

namespace Readout.Statements.Wording;

/// <summary>A form of a phrase family: words in order, each with its alternatives, some of them optional.</summary>
internal sealed record WordingPattern(string Family, string Form, IReadOnlyList<WordingPattern.Part> Parts, Why Why)
{
    internal sealed record Part(IReadOnlyList<string> Words, bool Optional);

    public static WordingPattern Read(KnowledgeRow row)
    {
        if (row["family"].Length == 0 || row["form"].Length == 0) throw row.Wrong("has no family or no form");
        var parts = row["pattern"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadPart).ToArray();
        if (parts.Length == 0 || parts[0].Optional) throw row.Wrong("needs a pattern that begins with a word that must be there");
        return new WordingPattern(row["family"], row["form"], parts, row.Why($"{row["family"]}: {row["form"]}"));
    }

    private static Part ReadPart(string text) => new([.. text.Split('/').Select(w => w.TrimEnd('?'))], text.EndsWith('?'));

    /// <summary>Number of words matched from a position; 0 if the pattern is not there.</summary>
    public int Match(IReadOnlyList<string> words, int at) => Match(words, at, 0) is var end && end > at ? end - at : 0;

    private int Match(IReadOnlyList<string> words, int at, int part)
    {
        if (part == Parts.Count) return at;
        if (at < words.Count && Parts[part].Words.Contains(words[at]) && Match(words, at + 1, part + 1) is var end && end > 0) return end;
        return Parts[part].Optional ? Match(words, at, part + 1) : -1;
    }
}
