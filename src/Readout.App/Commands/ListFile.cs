using Readout.App.Frame;
using Readout.Loading;

namespace Readout.App.Commands;

/// <summary>A tab-separated list that <c>check</c> compares with what Readout knows.</summary>
internal static class ListFile
{
    /// <param name="file">Its path.</param>
    /// <param name="what">What it lists and in which columns, for whoever gave another file.</param>
    /// <param name="read">Reads its rows.</param>
    /// <exception cref="UsageException">The file cannot be read or has other columns.</exception>
    public static IReadOnlyList<T> Read<T>(string file, string what, Func<KnowledgeTable, IReadOnlyList<T>> read)
    {
        try
        {
            return read(KnowledgeTable.Parse(Path.GetFileName(file), File.ReadAllText(file)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be read: {problem.Message}");
        }
        catch (KnowledgeException problem)
        {
            throw new UsageException($"{problem.Message["knowledge/".Length..]}; {what}");
        }
    }
}
