using Readout.Names;

namespace Readout.Training;

/// <summary>
/// Names in free text, labelled by us: a model trained on the licensed corpora proposes; rules take titles and dates off; what we know
/// (states, bodies) decides kinds; within a document the same words get the same kind, and a surname follows the full name. Where the model
/// is unsure or the second opinion differs, nothing is taught.
/// </summary>
internal sealed class SilverNames(NameRules known)
{
    private const float Sure = 0.6f;

    /// <param name="sentences">The words of a document's sentences.</param>
    /// <param name="first">Probabilities of name tags, position 0 the artificial root.</param>
    /// <param name="second">Those of other models, or null where there is no second opinion.</param>
    /// <returns>A tag for each word; -1 where nothing is taught.</returns>
    public int[][] Label(IReadOnlyList<string[]> sentences, IReadOnlyList<float[][]> first, IReadOnlyList<float[][]>? second)
    {
        var names = sentences.Select((words, s) => Mended(words, NameDecoder.Names(NameDecoder.Decode(first[s])))).ToArray();
        var votes = Votes(sentences, names, first);
        var surnames = Surnames(sentences, names);
        var result = new int[sentences.Count][];
        for (var s = 0; s < sentences.Count; s++)
        {
            var tags = new int[sentences[s].Length];
            var certain = new bool[tags.Length];
            foreach (var name in names[s]) Decide(sentences[s], name, votes, surnames, tags, certain);
            for (var i = 0; i < tags.Length; i++)
                if (!certain[i] && IsDoubtful(first[s][i + 1], second?[s][i + 1])) tags[i] = -1;
            result[s] = tags;
        }
        return result;
    }

    private List<Name> Mended(string[] words, List<Name> names)
    {
        var (text, spans) = NameCorpora.Joined(words);
        known.Mend(text, spans, names);
        return names;
    }

    private void Decide(string[] words, Name name, Dictionary<string, float[]> votes, HashSet<string> surnames, int[] tags, bool[] certain)
    {
        var text = Text(words, name);
        var best = votes[text];
        var isSurname = name.End == name.Start + 1 && surnames.Contains(text) && best[(int)NameKind.Person] > 0.2f * best.Sum();
        var kind = isSurname ? NameKind.Person : (NameKind)Array.IndexOf(best, best.Max());
        var isKnown = known.KindOf(Text(words, name).Replace(" - ", "-", StringComparison.Ordinal).Replace(" '", "'", StringComparison.Ordinal)) is { } sure && !(kind == NameKind.Person && best[(int)kind] > 0.8f * best.Sum()) && (kind = sure) == sure;
        NameCorpora.Mark(tags, name with { Kind = kind });
        for (var i = name.Start; i < name.End; i++) certain[i] = isKnown || isSurname || best.Max() > 0.7f * best.Sum() && best.Sum() >= 2;
    }

    // Per name text, the summed probability of each kind over the document.
    private static Dictionary<string, float[]> Votes(IReadOnlyList<string[]> sentences, List<Name>[] names, IReadOnlyList<float[][]> probabilities)
    {
        var votes = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var s = 0; s < sentences.Count; s++)
            foreach (var name in names[s])
            {
                var text = Text(sentences[s], name);
                if (!votes.TryGetValue(text, out var sums)) sums = votes[text] = new float[Enum.GetValues<NameKind>().Length];
                var row = probabilities[s][name.Start + 1];
                for (var kind = 0; kind < sums.Length; kind++) sums[kind] += row[NameTags.Begin((NameKind)kind)] + row[NameTags.Inside((NameKind)kind)];
            }
        return votes;
    }

    private static HashSet<string> Surnames(IReadOnlyList<string[]> sentences, List<Name>[] names)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < sentences.Count; s++)
            foreach (var name in names[s])
                if (name.Kind == NameKind.Person && name.End - name.Start >= 2) surnames.Add(sentences[s][name.End - 1]);
        return surnames;
    }

    private static bool IsDoubtful(float[] first, float[]? second) =>
        first.Max() < Sure || (second is not null && KindAt(first) != KindAt(second));

    private static int KindAt(float[] probabilities)
    {
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return best == NameTags.Outside ? -1 : (int)NameTags.Kind(best);
    }

    private static string Text(string[] words, Name name) => string.Join(' ', words.Skip(name.Start).Take(name.End - name.Start));
}
