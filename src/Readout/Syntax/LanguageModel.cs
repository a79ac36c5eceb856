using Readout.Loading;
using Readout.Syntax.Network;

namespace Readout.Syntax;

/// <summary>The trained weights and tables for English, memory-mapped. Loading checks both files; using them is thread-safe.</summary>
public sealed class LanguageModel : IDisposable
{
    internal const string FileName = "english.bin", VectorsName = "vectors.bin";
    private readonly ModelFile model, vectors;

    private LanguageModel(string folder)
    {
        model = ModelFile.Open(Path.Combine(folder, FileName));
        vectors = ModelFile.Open(Path.Combine(folder, VectorsName));
        Weights = new Weights(model, vectors);
        Tags = [.. Lines("tag.names").Select(TagPair.Parse)];
        Lemmas = new Lemmatizer(Lines("lemma.table"), Tags);
        Features = new FeatureTable(Lines("feature.table"), Tags);
        Recaser = new Recaser(new WordIndex(model["common.index"]));
        Boundaries = new BoundaryModel(model["boundaries"]);
    }

    /// <summary>Hash of the weights; stands beside the knowledge's version in every reading.</summary>
    public string Version => model.Version;

    internal Weights Weights { get; }

    internal IReadOnlyList<TagPair> Tags { get; }

    internal Lemmatizer Lemmas { get; }

    internal FeatureTable Features { get; }

    internal Recaser Recaser { get; }

    internal BoundaryModel Boundaries { get; }

    /// <summary>Maps the models of a folder. Throws <see cref="ModelException"/> that names the file and the remedy.</summary>
    public static LanguageModel Load(string folder) => new(folder);

    /// <summary>Unmaps the files; readers made with the model cannot be used any more.</summary>
    public void Dispose()
    {
        model.Dispose();
        vectors.Dispose();
    }

    private string[] Lines(string section) => model[section].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A class of the tag head.</summary>
internal readonly record struct TagPair(Upos Upos, string Xpos)
{
    public static TagPair Parse(string text) => text.Split('|') is [var upos, var xpos] ? new(UdText.UposOf(upos), xpos) : throw new ModelException(LanguageModel.FileName, $"has a malformed tag '{text}'");

    public override string ToString() => $"{UdText.Of(Upos)}|{Xpos}";
}
