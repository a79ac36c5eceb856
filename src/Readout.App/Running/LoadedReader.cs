using Readout.App.Frame;
using Readout.Syntax;

namespace Readout.App.Running;

/// <summary>The reader with the knowledge and models that a call names. They are loaded beside one another, and while inputs are opened; who asks for the reader waits.</summary>
internal sealed class LoadedReader : IDisposable
{
    private readonly Task<LanguageModel> model;
    private readonly Task<Knowledge> knowledge;
    private readonly Lazy<Reader> reader;

    public LoadedReader(Setting setting)
    {
        model = Task.Run(() => LanguageModel.Load(setting.Models));
        knowledge = Task.Run(() => Readout.Knowledge.Load(setting.Knowledge));
        reader = new Lazy<Reader>(() => new Reader(knowledge.GetAwaiter().GetResult(), model.GetAwaiter().GetResult()));
    }

    /// <summary>Throws what loading threw: a file is missing or wrong.</summary>
    public Reader Reader => reader.Value;

    // A call that had nothing to read does not wait for what it never needed.
    public void Dispose() => model.ContinueWith(m => m.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
