using System.Reflection;

namespace Readout.Tests;

/// <summary>Where the project's own files lie, and the shared data if it lies beside the project.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string Knowledge { get; } = Path.Combine(Root, "knowledge");

    /// <summary>A path of the shared data; skips the test with a reason when a user has only the project.</summary>
    public static string Shared(string path)
    {
        var full = Path.Combine(Root, "..", "shared", path);
        if (!File.Exists(full) && !Directory.Exists(full)) Assert.Skip($"needs ../shared/{path}, which is not part of the project");
        return full;
    }
}
