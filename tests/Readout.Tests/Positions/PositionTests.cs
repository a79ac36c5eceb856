using Readout.Events;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Tests.Positions;

/// <summary>Sentences of our own, read through all stages; skipped where the models are not built.</summary>
public sealed class PositionTests
{
    private static readonly Lazy<Reader?> Reader = new(() =>
        Directory.Exists(Path.Combine(Repository.Root, "models")) && Directory.EnumerateFiles(Path.Combine(Repository.Root, "models")).Any()
            ? new Reader(Known.Knowledge, LanguageModel.Load(Path.Combine(Repository.Root, "models"))) : null);

    /// <summary>So that the language of a single short sentence is not in doubt.</summary>
    private const string Weather = "\n\nIt was a cold day and there was rain in the morning, but the sun came out before the end of it.";

    internal static Reading Read(string text)
    {
        if (Reader.Value is null) Assert.Skip("needs the models");
        return Reader.Value!.Read(new Page { Input = "test", Bytes = System.Text.Encoding.UTF8.GetBytes(text + Weather), Kind = PageKind.Text });
    }

    [Fact]
    public void A_refusal_keeps_its_condition()
    {
        var text = "\"We will not reopen the border with Ghana unless the sanctions end,\" said Togo's President Faure Gnassingbe.";
        var refusal = Assert.Single(Read(text).Positions, p => p.Stance == Stance.Refuses);
        Assert.Equal("TGO", refusal.Holder);
        Assert.Equal("unless the sanctions end", refusal.Condition!.Value.In(text));
    }
}
