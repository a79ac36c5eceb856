using System.Text;
using Readout.App.Frame;

namespace Readout.Tests.App;

/// <summary>One call of the program inside the test process, with what it wrote and a folder of its own.</summary>
internal sealed class Session : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly StringWriter errors = new();

    public Session() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "readout-test-" + Path.GetRandomFileName());

    public string Output => Encoding.UTF8.GetString(output.ToArray());

    public string Errors => errors.ToString();

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs a call and returns its exit status; what was written before is forgotten.</summary>
    public int Run(params string[] args) => RunWith("", args);

    public int RunWith(string input, params string[] args)
    {
        output.SetLength(0);
        errors.GetStringBuilder().Clear();
        var terminal = new Terminal { Output = output, Error = errors, Input = new MemoryStream(Encoding.UTF8.GetBytes(input)) };
        return CommandLine.Run([.. args, .. args is ["--help"] or [] ? Array.Empty<string>() : ["--knowledge", Repository.Knowledge, "--models", Path.Combine(Repository.Root, "models")]], terminal).GetAwaiter().GetResult();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
