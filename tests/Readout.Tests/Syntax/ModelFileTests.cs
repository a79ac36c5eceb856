using Readout.Loading;
using Readout.Syntax;
using Readout.Syntax.Network;
using Readout.Training;

namespace Readout.Tests.Syntax;

public sealed class ModelFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("readout-model").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_is_read()
    {
        var path = Path.Combine(folder, "small.bin");
        var writer = new ModelWriter();
        writer.AddText("words", ["one", "two"]);
        writer.AddFloats("bias", [1f, -2f]);
        writer.AddTable("table", 2, 4, i => new float[] { i, 0.5f, -1, 0.25f });
        writer.AddIndex("index", [("Seoul", 3), ("Kabul", 4)]);
        writer.Save(path);
        using var file = ModelFile.Open(path);
        Assert.Equal("one\ntwo", file["words"].Text);
        Assert.Equal([1f, -2f], file["bias"].As<float>().ToArray());
        Assert.Equal(-1f, new Table(file["table"]).ToMatrix().All[2], 0.01f);
        Assert.Equal(4, new WordIndex(file["index"]).Find("Kabul", -1));
        Assert.Equal(-1, new WordIndex(file["index"]).Find("Paris", -1));
    }

    [Fact]
    public void A_missing_model_names_the_file_and_the_remedy()
    {
        var problem = Assert.Throws<ModelException>(() => LanguageModel.Load(folder));
        Assert.Contains("models/english.bin: is missing", problem.Message, StringComparison.Ordinal);
        Assert.Contains("install Readout again", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "not a Readout model")]
    [InlineData(100, "checksum")]
    public void A_damaged_model_is_refused(int at, string message)
    {
        var path = Path.Combine(folder, "small.bin");
        var writer = new ModelWriter();
        writer.AddFloats("bias", new float[64]);
        writer.Save(path);
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains(message, Assert.Throws<ModelException>(() => ModelFile.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_model_is_refused()
    {
        var path = Path.Combine(folder, "small.bin");
        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Contains("too few", Assert.Throws<ModelException>(() => ModelFile.Open(path)).Message, StringComparison.Ordinal);
    }
}
