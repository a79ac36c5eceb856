using Readout.App.Frame;
using Readout.Syntax;

namespace Readout.App.Running;

/// <summary>The reader with the knowledge and models that a call names.</summary>
internal sealed class LoadedReader : IDisposable
{
    private readonly LanguageModel model;

    public LoadedReader(Setting setting)
    {
        // Weights and knowledge are loaded beside one another.
        var loading = Task.Run(() => LanguageModel.Load(setting.Models));
        var knowledge = Readout.Knowledge.Load(setting.Knowledge);
        model = loading.GetAwaiter().GetResult();
        Reader = new Reader(knowledge, model);
    }

    public Reader Reader { get; }

    public void Dispose() => model.Dispose();
}
