using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Readout.Benchmarks;

/// <summary>Runs Mozilla's Readability in Node.js on the same pages; it times itself in the same way.</summary>
internal static class NodeReader
{
    public const string Name = "readability 0.6.0";

    private static readonly string Folder = Path.Combine(
        typeof(NodeReader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "bench", "readability");

    /// <summary>Why it cannot run; null when it can.</summary>
    public static string? Missing =>
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? $"not installed: run 'npm install' in {Folder}" : null;

    /// <summary>The body of each page by its file's name, and the processor time of the best round.</summary>
    public static (Dictionary<string, string> Bodies, TimeSpan Best) Run(string folder, int rounds)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "read.mjs"), folder, $"{rounds}"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node did not start");
        var (bodies, best) = (new Dictionary<string, string>(StringComparer.Ordinal), TimeSpan.Zero);
        while (node.StandardOutput.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("seconds", out var seconds)) best = TimeSpan.FromSeconds(seconds.GetDouble());
            else bodies[json.RootElement.GetProperty("name").GetString()!] = json.RootElement.GetProperty("text").GetString()!;
        }
        node.WaitForExit();
        return node.ExitCode == 0 ? (bodies, best) : throw new InvalidOperationException($"node ended with {node.ExitCode}; run 'npm install' in {Folder}");
    }
}
