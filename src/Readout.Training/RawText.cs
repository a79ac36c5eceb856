using System.Text;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The running text of a treebank with the gold words and sentences as spans; paragraphs are blocks.</summary>
internal sealed record RawText(string Text, IReadOnlyList<TextSpan> Blocks, IReadOnlyList<TextSpan> Words, IReadOnlyList<TextSpan> Sentences)
{
    public static IEnumerable<RawText> Documents(IEnumerable<ConlluSentence> sentences)
    {
        var document = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (document.Count > 0 && sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal)))
            {
                yield return Of(document);
                document.Clear();
            }
            document.Add(sentence);
        }
        if (document.Count > 0) yield return Of(document);
    }

    private static RawText Of(List<ConlluSentence> document)
    {
        var text = new StringBuilder();
        var (blocks, words, ends) = (new List<TextSpan>(), new List<TextSpan>(), new List<TextSpan>());
        var blockStart = 0;
        foreach (var sentence in document)
        {
            if (ends.Count > 0 && sentence.Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal) && !c.Contains("newpar_block", StringComparison.Ordinal)))
            {
                blocks.Add(new TextSpan(blockStart, ends[^1].End));
                text.Append("\n\n");
                blockStart = text.Length;
            }
            var first = words.Count;
            Append(sentence, text, words);
            ends.Add(new TextSpan(words[first].Start, words[^1].End));
        }
        blocks.Add(new TextSpan(blockStart, ends[^1].End));
        return new RawText(text.ToString(), blocks, words, ends);
    }

    // Words of a surface token share its letters where they can ("do" + "n't"); else the token is one span.
    private static void Append(ConlluSentence sentence, StringBuilder text, List<TextSpan> words)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var range = sentence.Ranges.FirstOrDefault(r => r.First == i + 1);
            var last = range?.Last ?? i + 1;
            var parts = sentence.Words.Skip(i).Take(last - i).Select(w => w.Form).ToArray();
            var form = range?.Form ?? parts[0];
            if (string.Concat(parts) != form) parts = [form];
            foreach (var part in parts)
            {
                words.Add(new TextSpan(text.Length, text.Length + part.Length));
                text.Append(part);
            }
            var misc = range?.Misc ?? sentence.Words[i].Misc;
            if (!misc.Contains("SpaceAfter=No", StringComparison.Ordinal)) text.Append(' ');
            i = last - 1;
        }
    }
}
