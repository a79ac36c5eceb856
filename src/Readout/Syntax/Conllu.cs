using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Readout.Syntax;

/// <summary>A word line of a CoNLL-U file. <paramref name="Head"/> is 1-based, 0 for the root, as in the file.</summary>
internal sealed record ConlluWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel, string Misc);

/// <summary>A surface token of several words ("don't"): first and last word, 1-based and inclusive as in the file.</summary>
internal sealed record ConlluRange(int First, int Last, string Form, string Misc);

/// <summary>A sentence of a CoNLL-U file.</summary>
internal sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<ConlluWord> Words, IReadOnlyList<ConlluRange> Ranges)
{
    /// <summary>The value of a comment such as <c># sent_id = x</c>, or null.</summary>
    public string? Comment(string key) =>
        Comments.FirstOrDefault(c => c.StartsWith($"# {key} = ", StringComparison.Ordinal))?[(key.Length + 5)..];
}

/// <summary>Reads CoNLL-U; empty nodes are left out.</summary>
internal static class Conllu
{
    /// <summary>Reads a file, gzipped or not. Throws <see cref="FormatException"/> with the line that is malformed.</summary>
    public static IEnumerable<ConlluSentence> ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        foreach (var sentence in Read(reader)) yield return sentence;
    }

    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var comments = new List<string>();
        var words = new List<ConlluWord>();
        var ranges = new List<ConlluRange>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 && words.Count > 0)
            {
                yield return new ConlluSentence(comments.ToArray(), words.ToArray(), ranges.ToArray());
                comments.Clear();
                words.Clear();
                ranges.Clear();
            }
            else if (line.StartsWith('#')) comments.Add(line);
            else if (line.Length > 0) ReadLine(line, number, words, ranges);
        }
        if (words.Count > 0) yield return new ConlluSentence(comments, words, ranges);
    }

    private static void ReadLine(string line, int number, List<ConlluWord> words, List<ConlluRange> ranges)
    {
        var cells = line.Split('\t');
        if (cells.Length != 10) throw new FormatException($"line {number}: {cells.Length} columns, CoNLL-U has 10");
        if (cells[0].Contains('.', StringComparison.Ordinal)) return;
        if (cells[0].Split('-') is [var first, var last])
            ranges.Add(new ConlluRange(Number(first, number), Number(last, number), cells[1], cells[9]));
        else
            words.Add(new ConlluWord(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6] == "_" ? 0 : Number(cells[6], number), cells[7], cells[9]));
    }

    private static int Number(string text, int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"line {line}: '{text}' is not a number");
}
