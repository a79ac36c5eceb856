using Readout.Names;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The name corpora that may be trained on, cut into words as our tokenizer cuts and cleaned of titles and dates.</summary>
internal sealed class NameCorpora(Tokenizer tokenizer, NameRules known)
{
    public IEnumerable<NamedSentence> Read(string folder)
    {
        var ner = Path.Combine(folder, "ner");
        var complete = new[] { "wikigold/all", "crossner_politics/train", "crossner_politics/dev", "crossner_politics/test" };
        return complete.SelectMany(f => NameFiles.Read(Path.Combine(ner, f + ".bio")))
            .Concat(NameFiles.Read(Path.Combine(ner, "uner_en_ewt", "dev.bio")).Select(NameFiles.WithoutMisc))
            .Select(Recut).Select(Clean);
    }

    /// <summary>Words that our tokenizer would cut (hyphens) become several, all within the name.</summary>
    internal NamedSentence Recut(NamedSentence sentence)
    {
        var words = new List<string>();
        var tags = new List<int>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var word = sentence.Words[i];
            var parts = tokenizer.Tokens(word, new TextSpan(0, word.Length));
            for (var p = 0; p < Math.Max(1, parts.Count); p++)
            {
                words.Add(parts.Count == 0 ? word : parts[p].In(word));
                var tag = sentence.Tags[i];
                tags.Add(p > 0 && NameTags.IsBegin(tag) ? tag + 1 : tag);
            }
        }
        return new NamedSentence(sentence.Document, [.. words], [.. tags]);
    }

    internal NamedSentence Clean(NamedSentence sentence)
    {
        var tags = sentence.Tags.Select(t => t < 0 ? -1 : 0).ToArray();
        int[] rooted = [0, .. sentence.Tags.Select(t => Math.Max(0, t))];
        var (text, words) = Joined(sentence.Words);
        foreach (var name in NameDecoder.Names(rooted))
            if (known.Trimmed(text, words, name) is { } trimmed) Mark(tags, trimmed);
        return sentence with { Tags = tags };
    }

    /// <summary>The words with spaces between, and their spans.</summary>
    public static (string Text, TextSpan[] Words) Joined(IReadOnlyList<string> words)
    {
        var spans = new TextSpan[words.Count];
        var at = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(at, at + words[i].Length);
            at = spans[i].End + 1;
        }
        return (string.Join(' ', words), spans);
    }

    public static void Mark(int[] tags, Name name)
    {
        for (var i = name.Start; i < name.End; i++) tags[i] = i == name.Start ? NameTags.Begin(name.Kind) : NameTags.Inside(name.Kind);
    }
}
