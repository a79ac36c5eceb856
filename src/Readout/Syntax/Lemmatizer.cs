using System.Globalization;
using Readout.Loading;
using Readout.Syntax.Network;

namespace Readout.Syntax;

/// <summary>
/// Dictionary forms: known words by table, others by the longest ending that training has seen with the same tag. Lines of the table:
/// tag, kind (<c>w</c> whole word, <c>e</c> ending), form, and for words the lemma, for endings how many letters go and what comes instead.
/// </summary>
internal sealed class Lemmatizer
{
    private const int LongestEnding = 6;
    private readonly Dictionary<(int Tag, string Form), string> words = [];
    private readonly Dictionary<(int Tag, string Ending), (int Drop, string Add)> endings = [];
    private readonly bool[] keepsCase;

    public Lemmatizer(IEnumerable<string> lines, IReadOnlyList<TagPair> tags)
    {
        keepsCase = [.. tags.Select(t => t.Upos == Upos.Propn || t.Xpos is "NNP" or "NNPS")];
        foreach (var line in lines)
            switch (line.Split('\t'))
            {
                case [var tag, "w", var form, var lemma]:
                    words[(Number(tag), form)] = lemma;
                    break;
                case [var tag, "e", var ending, var drop, var add]:
                    endings[(Number(tag), ending)] = (Number(drop), add);
                    break;
                default:
                    throw new ModelException(LanguageModel.FileName, $"has a malformed lemma '{line}'");
            }
    }

    public string Lemma(string form, int tag)
    {
        var normal = WordShape.Normalise(form);
        var lower = normal.ToLowerInvariant();
        if (words.TryGetValue((tag, lower), out var lemma)) return Cased(normal, lemma, tag);
        for (var length = Math.Min(LongestEnding, lower.Length); length >= 0; length--)
            if (endings.TryGetValue((tag, lower[^length..]), out var rule) && rule.Drop < lower.Length)
                return Cased(normal, lower[..^rule.Drop] + rule.Add, tag);
        return Cased(normal, lower, tag);
    }

    // Names keep their capitals as far as form and lemma agree.
    private string Cased(string form, string lemma, int tag)
    {
        if (!keepsCase[tag]) return lemma;
        var shared = 0;
        while (shared < Math.Min(form.Length, lemma.Length) && char.ToLowerInvariant(form[shared]) == lemma[shared]) shared++;
        return string.Concat(form.AsSpan(0, shared), lemma.AsSpan(shared));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Morphological features: of a word with its tag where training has seen it, else what the tag has most often.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<(int Tag, string Form), string> table = [];

    public FeatureTable(IEnumerable<string> lines, IReadOnlyList<TagPair> tags)
    {
        foreach (var line in lines)
            table[line.Split('\t') is [var tag, var form, _] && int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < tags.Count
                ? (number, form)
                : throw new ModelException(LanguageModel.FileName, $"has malformed features '{line}'")] = line[(line.LastIndexOf('\t') + 1)..];
    }

    public string Of(string form, int tag) =>
        table.TryGetValue((tag, WordShape.Normalise(form).ToLowerInvariant()), out var feats) || table.TryGetValue((tag, ""), out feats) ? feats : "_";
}
