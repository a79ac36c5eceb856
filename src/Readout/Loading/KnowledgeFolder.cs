using System.Security.Cryptography;
using System.Text;

namespace Readout.Loading;

/// <summary>The folder of knowledge files. Each file is read once; together they give the knowledge's version.</summary>
internal sealed class KnowledgeFolder
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> compiled = new(StringComparer.Ordinal);

    public KnowledgeFolder(string path)
    {
        if (!Directory.Exists(path))
            throw new KnowledgeException("", 0, $"the folder {path} does not exist; give the folder with --knowledge or install Readout again");
        Path = path;
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(path, file).Replace('\\', '/');
            if (System.IO.Path.GetExtension(file) is ".tsv" or ".txt" or ".rules") files[name] = File.ReadAllBytes(file);
            else if (System.IO.Path.GetExtension(file) is ".bin") compiled[name] = File.ReadAllBytes(file);
        }
        Version = Hash();
    }

    private KnowledgeFolder(KnowledgeFolder whole, Func<string, byte[], byte[]> change)
    {
        (Path, Version, compiled) = (whole.Path, whole.Version, whole.compiled);
        foreach (var (name, bytes) in whole.files) files[name] = change(name, bytes);
    }

    public string Path { get; }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of all files with their names.</summary>
    public string Version { get; }

    public IEnumerable<string> Names => files.Keys;

    public string Text(string name) =>
        files.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes) : throw new KnowledgeException(name, 0, "is missing; install Readout again or restore the file");

    /// <summary>A compiled file, such as the gazetteer.</summary>
    public byte[] Bytes(string name) =>
        compiled.TryGetValue(name, out var bytes) ? bytes : throw new KnowledgeException(name, 0, "is missing; install Readout again or restore the file");

    public bool Has(string name) => files.ContainsKey(name);

    public KnowledgeTable Table(string name) => KnowledgeTable.Parse(name, Text(name));

    /// <summary>All tables below a folder, in the order of their names.</summary>
    public IEnumerable<KnowledgeTable> Tables(string folder) =>
        files.Keys.Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal) && n.EndsWith(".tsv", StringComparison.Ordinal)).Select(Table);

    /// <summary>The folder with one file more or another in its place, for trials: it keeps its version.</summary>
    public KnowledgeFolder With(string name, byte[] bytes) => new(this, (_, old) => old) { files = { [name] = bytes } };

    /// <summary>The folder with every file changed, for trials: it keeps its version.</summary>
    public KnowledgeFolder WithEach(Func<string, byte[], byte[]> change) => new(this, change);

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.Concat(compiled))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
