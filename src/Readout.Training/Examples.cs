using Readout.Syntax;

namespace Readout.Training;

/// <summary>Turns corpora into examples.</summary>
internal static class Examples
{
    // Longer sentences are lists; they cost much and teach little.
    public const int LongestSentence = 150;

    public static IEnumerable<Example> OfTrees(IEnumerable<ConlluSentence> sentences, Vocabulary vocabulary) =>
        sentences.Where(s => s.Words.Count <= LongestSentence).Select(s => OfTree(s, vocabulary));

    public static Example OfTree(ConlluSentence sentence, Vocabulary vocabulary)
    {
        var words = sentence.Words;
        return new Example(
            sentence.Comment("sent_id") ?? "",
            Types(words.Select(w => w.Form), vocabulary),
            Targets.Of([-1, .. words.Select(w => vocabulary.TagOf(w.Upos, w.Xpos))]),
            Targets.Of([-1, .. words.Select(w => w.Head)]),
            Targets.Of([-1, .. words.Select(w => (int)UdText.DeprelOf(w.Deprel))]),
            [-1, .. words.Select(w => w.Head)],
            null);
    }

    public static IEnumerable<Example> OfNames(IEnumerable<NamedSentence> sentences, Vocabulary vocabulary) =>
        sentences.Where(s => s.Words.Length <= LongestSentence).Select(s =>
            new Example(s.Document, Types(s.Words, vocabulary), null, null, null, null, Targets.Of([-1, .. s.Tags])));

    private static int[] Types(IEnumerable<string> forms, Vocabulary vocabulary) =>
        [vocabulary.Types.Of(WordTypes.Root), .. forms.Select(vocabulary.Types.Of)];
}
