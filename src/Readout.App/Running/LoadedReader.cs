using Readout.App.Frame;
using Readout.Syntax;

namespace Readout.App.Running;

/// <summary>The reader with the knowledge and models that a call names.</summary>
internal sealed class LoadedReader(Setting setting) : IDisposable
{
    private readonly LanguageModel model = LanguageModel.Load(setting.Models);
    private Reader? reader;

    public Reader Reader => reader ??= new Reader(Readout.Knowledge.Load(setting.Knowledge), model);

    public void Dispose() => model.Dispose();
}
