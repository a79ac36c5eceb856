using System.Diagnostics;
using Readout.Exports;
using Readout.Tests.Store;

namespace Readout.Tests.Exports;

/// <summary>The Python example of docs/exports.md runs on our exports and cites what the program cites.</summary>
public sealed class SnippetTests : IDisposable
{
    private readonly StoreFile store = new();
    private readonly string folder = Directory.CreateTempSubdirectory("readout-snippet-").FullName;

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_Python_example_counts_and_cites()
    {
        store.Run(Made.Full("a", "🙂 =North Korea met us.", "2021-03-10", "2021-03-09"), Made.Full("b", "-1, they say; North Korea met others.", "2021-04-10", "2021-04-09"));
        Write("events.csv", "csv");
        Write("record.jsonl", "jsonl");
        var code = string.Join('\n', File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md")).ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l != "```python").Skip(1).TakeWhile(l => l != "```"));
        File.WriteAllText(Path.Combine(folder, "example.py"), code);
        var (status, printed, errors) = Run("python3", "example.py");
        Assert.True(status == 0, errors);
        Assert.Equal(
            """
            2021-03 antony-blinken > PRK CONSULT 1
            2021-04 antony-blinken > PRK CONSULT 1
            CONSULT | 🙂 =North Korea met us.
            CONSULT | -1, they say; North Korea met others.
            """.ReplaceLineEndings("\n"), printed.ReplaceLineEndings("\n").TrimEnd());
    }

    private void Write(string file, string format) => store.With(s =>
    {
        using var output = File.Create(Path.Combine(folder, file));
        return ExportFormats.Find(format)!.Write(new ExportRequest { Store = s }, output);
    });

    private (int Status, string Printed, string Errors) Run(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [argument]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8, Environment = { ["PYTHONIOENCODING"] = "utf-8" } })!;
            var errors = process.StandardError.ReadToEndAsync();
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, printed, errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Python is not installed: apt-get install python3");
            throw;
        }
    }
}
