using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Lets one network learn what several say about free text: their averaged probabilities are its targets.</summary>
internal sealed class Distiller(Predictor teachers, Predictor names, Vocabulary vocabulary, SilverNames silver)
{
    // Less probable classes are left out; they are noise and cost memory.
    private const float Least = 0.02f;
    private const int DocumentSentences = 30;

    /// <summary>Free text: tags, heads, relations and names from the teachers.</summary>
    public IEnumerable<Example> FreeText(IEnumerable<string[][]> documents)
    {
        foreach (var sentences in documents)
        {
            var (opinions, labels) = Ask(sentences);
            for (var s = 0; s < sentences.Length; s++)
            {
                var example = OfPrediction(sentences[s], opinions[s], labels[s]);
                yield return example;
                if (Headline(example, sentences[s]) is { } headline) yield return headline;
                if (Spaced(sentences[s], labels[s]) is { } spaced) yield return spaced;
            }
        }
    }

    /// <summary>Trees keep their gold and get names.</summary>
    public IEnumerable<Example> WithNames(IReadOnlyList<(Example Example, string[] Words)> trees)
    {
        foreach (var document in trees.Chunk(DocumentSentences))
        {
            var (_, labels) = Ask([.. document.Select(d => d.Words)]);
            for (var s = 0; s < document.Length; s++)
            {
                var example = document[s].Example with { Names = Targets.Of([-1, .. labels[s]]) };
                yield return example;
                if (Headline(example, document[s].Words) is { } headline) yield return headline;
            }
        }
    }

    private (Prediction[] Opinions, int[][] Names) Ask(string[][] sentences)
    {
        var examples = sentences.Select(w => Plain(w)).ToArray();
        var opinions = teachers.Predict(examples).Select(p => p.Prediction).ToArray();
        var proposed = names.Predict(examples).Select(p => p.Prediction.Names).ToArray();
        return (opinions, silver.Label(sentences, proposed, [.. opinions.Select(o => o.Names)]));
    }

    private Example? Headline(Example example, string[] words) =>
        Headlines.Copy(words) is { } copy ? example with { Types = Plain(copy).Types } : null;

    private Example Plain(string[] words) =>
        new("", [vocabulary.Types.Of(WordTypes.Root), .. words.Select(vocabulary.Types.Of)], null, null, null, null, null);

    private Example OfPrediction(string[] words, Prediction prediction, int[] labels) => Plain(words) with
    {
        Tags = Soft(prediction.Tags),
        Heads = Soft(prediction.Arcs),
        Labels = Soft(prediction.Labels),
        LabelHeads = prediction.Heads,
        Names = Targets.Of([-1, .. labels]),
    };

    private static Targets Soft(float[][] probabilities)
    {
        var targets = new Targets();
        for (var i = 0; i < probabilities.Length; i++)
        {
            var sum = probabilities[i].Where(p => p >= Least).Sum();
            for (var one = 0; i > 0 && one < probabilities[i].Length; one++)
                if (probabilities[i][one] >= Least) targets.Add(one, probabilities[i][one] / sum);
            targets.Next();
        }
        return targets;
    }

    // Some sources write "U . S ." with spaces; the name tagger should know it.
    private Example? Spaced(string[] words, int[] labels)
    {
        if (StableHash.Of(words[0] + words[^1]) % 6 != 0 || !words.Any(IsAcronym)) return null;
        var (spaced, tags) = (new List<string>(), new List<int> { -1 });
        for (var i = 0; i < words.Length; i++)
            foreach (var part in IsAcronym(words[i]) ? words[i].Select(c => c.ToString()) : [words[i]])
            {
                var isInside = part != words[i] && spaced.Count > 0 && part != words[i][..1];
                spaced.Add(part);
                tags.Add(isInside && Readout.Names.NameTags.IsBegin(labels[i]) ? labels[i] + 1 : labels[i]);
            }
        return Plain([.. spaced]) with { Names = Targets.Of(tags) };
    }

    private static bool IsAcronym(string word) => word.Length == 4 && word[1] == '.' && word[3] == '.' && char.IsUpper(word[0]) && char.IsUpper(word[2]) && word[0] != word[2];
}
