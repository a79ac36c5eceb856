using Readout.Loading;

namespace Readout;

/// <summary>What Readout knows before it reads: all files under <c>knowledge/</c>, checked and compiled once, then only read.</summary>
public sealed class Knowledge
{
    private Knowledge(KnowledgeFolder folder) => Version = folder.Version;

    /// <summary>Content hash of the knowledge files; stands in every reading.</summary>
    public string Version { get; }

    /// <summary>Reads and checks all files. Throws <see cref="KnowledgeException"/> that names file, line and remedy.</summary>
    public static Knowledge Load(string path) => new(new KnowledgeFolder(path));
}
