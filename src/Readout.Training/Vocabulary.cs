using Readout.Names;
using Readout.Syntax;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>The words that have rows of their own, the classes of the heads, and the features of a form.</summary>
internal sealed class Vocabulary
{
    public const string Unknown = "<unk>";
    private readonly Dictionary<string, int> wordIndex, tagIndex;
    private readonly Dictionary<string, int> vectors;
    private readonly IReadOnlyDictionary<string, uint> lists;

    public Vocabulary(string[] words, string[] tags, Dictionary<string, int> vectors, IReadOnlyDictionary<string, uint> lists)
    {
        (Words, Tags, this.vectors, this.lists) = (words, tags, vectors, lists);
        wordIndex = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);
        tagIndex = tags.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);
        Types = new WordTypes(Features);
    }

    public string[] Words { get; }

    /// <summary>"UPOS|XPOS", in the order of the tag head's classes.</summary>
    public string[] Tags { get; }

    public WordTypes Types { get; }

    public int TagOf(string upos, string xpos) => tagIndex.GetValueOrDefault($"{upos}|{xpos}", -1);

    public NetworkShape Shape => new(Words.Length, Tags.Length, Enum.GetValues<Deprel>().Length, NameTags.Count);

    /// <summary>Counts the words and tags of the training part; words that occur twice get a row.</summary>
    public static Vocabulary Count(IReadOnlyList<ConlluSentence> sentences, Dictionary<string, int> vectors, IReadOnlyDictionary<string, uint> lists)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(s => s.Words))
        {
            var lower = WordShape.Normalise(word.Form).ToLowerInvariant();
            words[lower] = words.GetValueOrDefault(lower) + 1;
            tags.Add($"{word.Upos}|{word.Xpos}");
        }
        var kept = words.Where(w => w.Value >= 2).Select(w => w.Key).Order(StringComparer.Ordinal);
        return new Vocabulary([Unknown, WordTypes.Root, .. kept], [.. tags], vectors, lists);
    }

    private WordFeatures Features(string form)
    {
        var normal = WordShape.Normalise(form);
        var lower = normal.ToLowerInvariant();
        var (pieces, grams) = WordShape.Rows(normal, lower, lists.GetValueOrDefault(normal));
        return new WordFeatures(wordIndex.GetValueOrDefault(lower), vectors.GetValueOrDefault(lower, -1), pieces, grams);
    }
}
