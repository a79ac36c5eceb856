using System.Text;
using Readout.Loading;
using Readout.Syntax;
using Readout.Training;

namespace Readout.Tests.Syntax;

/// <summary>The committed weights keep their scores on the development parts. Raise a floor when a better model lands; never lower one silently.</summary>
public sealed class QualityTests
{
    private static readonly LanguageRules Rules = LanguageRules.Load(new KnowledgeFolder(Repository.Knowledge));
    private static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Path.Combine(Repository.Root, "models")));

    [Theory]
    [InlineData("ewt-dev", 0.961, 0.862, 0.98)]
    [InlineData("gum-open-dev", 0.974, 0.871, 0.98)]
    public void Tags_trees_and_lemmas_keep_their_floor(string part, double upos, double las, double lemma)
    {
        var gold = Conllu.ReadFile(Repository.Shared($"data/ud/{part}.conllu.gz")).ToArray();
        var parses = Read(gold);
        var (words, tags, trees, lemmas) = (0, 0, 0, 0);
        foreach (var (sentence, parse) in gold.Zip(parses))
            for (var i = 0; i < parse.Count; i++)
            {
                var (expected, token) = (sentence.Words[i], parse[i]);
                words++;
                if (UdText.Of(token.Upos) == expected.Upos) tags++;
                if (token.Lemma.Equals(expected.Lemma, StringComparison.OrdinalIgnoreCase)) lemmas++;
                if (token.Head + 1 == expected.Head && UdText.Of(token.Deprel).Split(':')[0] == expected.Deprel.Split(':')[0]) trees++;
            }
        Assert.InRange((double)tags / words, upos, 1);
        Assert.InRange((double)trees / words, las, 1);
        Assert.InRange((double)lemmas / words, lemma, 1);
    }

    [Theory]
    [InlineData("ewt-dev", "", 0.97, 0.86)]
    [InlineData("gum-open-dev", "_news_|_interview_", 0.99, 0.95)]
    public void Words_and_sentences_on_running_text_keep_their_floor(string part, string documents, double words, double sentences)
    {
        var keys = documents.Split('|');
        var gold = Conllu.ReadFile(Repository.Shared($"data/ud/{part}.conllu.gz")).Where(s => keys.Any(k => s.Comment("sent_id")!.Contains(k, StringComparison.Ordinal)));
        var scores = SplitScores.Of(RawText.Documents(gold), new Tokenizer(Rules), Model.Value.Boundaries);
        Assert.InRange(2.0 * scores.WordsRight / (scores.WordsFound + scores.Words), words, 1);
        Assert.InRange(2.0 * scores.EndsRight / (scores.EndsFound + scores.Ends), sentences, 1);
    }

    private static IReadOnlyList<Parse> Read(ConlluSentence[] sentences)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan[]>();
        foreach (var sentence in sentences)
        {
            spans.Add([.. sentence.Words.Select(w => Append(text, w.Form))]);
        }
        return new Parser(Model.Value, Rules).ReadWords(text.ToString(), spans);
    }

    private static TextSpan Append(StringBuilder text, string form)
    {
        var start = text.Length;
        text.Append(form).Append(' ');
        return new TextSpan(start, start + form.Length);
    }
}
