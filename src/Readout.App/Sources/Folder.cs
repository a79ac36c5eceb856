namespace Readout.App.Sources;

/// <summary>The files of a folder, all levels, in the order of their names; hidden ones and what web pages are dressed with are passed over.</summary>
internal static class Folder
{
    private static readonly HashSet<string> Dressing = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".avif", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm",
    };

    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    public static IEnumerable<string> Files(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Visible).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo inner)
            {
                // A link to a folder may lead back up; walking it could go on for ever.
                if (inner.LinkTarget is not null) continue;
                foreach (var file in Files(Path.Combine(folder, inner.Name))) yield return file;
            }
            else if (!Dressing.Contains(entry.Extension))
            {
                yield return Path.Combine(folder, entry.Name);
            }
        }
    }
}
