using System.Text.Json;
using Readout.Names;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The name corpora that may be trained on, cut into words as our tokenizer cuts and cleaned of titles and dates.</summary>
internal sealed class NameCorpora(Tokenizer tokenizer, NameWords known)
{
    public IEnumerable<NamedSentence> Read(string folder)
    {
        var ner = Path.Combine(folder, "ner");
        var complete = new[] { "wikigold/all", "crossner_politics/train", "crossner_politics/dev", "crossner_politics/test" };
        return complete.SelectMany(f => NameFiles.Read(Path.Combine(ner, f + ".bio")))
            .Concat(NameFiles.Read(Path.Combine(ner, "uner_en_ewt", "dev.bio")).Select(NameFiles.WithoutMisc))
            .Select(Recut).Select(Clean)
            .Concat(Places(Path.Combine(folder, "geo", "geovirus-all.jsonl")));
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
        foreach (var name in known.Clean(sentence.Words, NameDecoder.Names(rooted))) Mark(tags, name);
        return sentence with { Tags = tags };
    }

    public static void Mark(int[] tags, Name name)
    {
        for (var i = name.Start; i < name.End; i++) tags[i] = i == name.Start ? NameTags.Begin(name.Kind) : NameTags.Inside(name.Kind);
    }

    // Only places are marked: other capitalised words say nothing.
    private IEnumerable<NamedSentence> Places(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var words = tokenizer.Tokens(text, new TextSpan(0, text.Length));
            var tags = words.Select(w => char.IsUpper(text[w.Start]) ? -1 : 0).ToArray();
            foreach (var place in json.RootElement.GetProperty("toponyms").EnumerateArray())
                MarkPlace(tags, words, place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32());
            for (var start = 0; start < words.Count; start += 100)
            {
                var end = Math.Min(words.Count, start + 100);
                yield return new NamedSentence("", [.. words.Skip(start).Take(end - start).Select(w => w.In(text))], tags[start..end]);
            }
        }
    }

    private static void MarkPlace(int[] tags, IReadOnlyList<TextSpan> words, int start, int end)
    {
        var first = 0;
        while (first < words.Count && words[first].Start < start) first++;
        var last = first;
        while (last < words.Count && words[last].End <= end) last++;
        if (last > first && words[first].Start == start && words[last - 1].End == end) Mark(tags, new Name(first, last, NameKind.Location));
    }
}
