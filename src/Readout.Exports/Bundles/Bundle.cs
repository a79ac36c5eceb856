using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Readout.Exports.Formats;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.Exports.Bundles;

/// <summary>One file that a check found to differ.</summary>
public sealed record BundleDifference(string File, string Problem);

/// <summary>A folder of exports that anybody with the same store can derive again byte for byte.</summary>
public static class Bundle
{
    public const string Manifest = "bundle.json";

    /// <summary>Writes the exports of a request into a folder, each with its sidecar, and the manifest last.</summary>
    /// <returns>Names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, ExportRequest request, IReadOnlyList<ExportFormat> formats)
    {
        Directory.CreateDirectory(folder);
        var files = new List<(string Name, string Sha256)>();
        foreach (var format in formats)
        {
            var file = "readout" + format.Extension;
            var (note, sha256) = WriteOne(Path.Combine(folder, file), request, format);
            files.Add((file, sha256));
            var sidecar = file + ".json";
            using (var output = File.Create(Path.Combine(folder, sidecar))) Sidecar.Write(output, request, format, note, file, sha256);
            files.Add((sidecar, HashOf(Path.Combine(folder, sidecar))));
        }
        using (var output = File.Create(Path.Combine(folder, Manifest)))
            JsonText.Document(output, json =>
            {
                json.WriteStartObject();
                json.WriteString("bundle", "readout-bundle/1");
                Sidecar.Request(json, request);
                Sidecar.Coverage(json, request.Store.Ask(new ContentsQuestion { AsOf = request.AsOf }));
                json.Texts("formats", formats.Select(f => f.Name));
                json.WriteStartArray("files");
                foreach (var (name, sha256) in files)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString("sha256", sha256);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
        return [.. files.Select(f => f.Name), Manifest];
    }

    /// <summary>Derives a bundle again from a store; empty when every byte is the same.</summary>
    public static IReadOnlyList<BundleDifference> Check(string folder, ReadingStore store)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest)));
        var request = RequestOf(manifest.RootElement.GetProperty("request"), store);
        var formats = manifest.RootElement.GetProperty("formats").EnumerateArray().Select(f => ExportFormats.Find(f.GetString()!) ?? throw new InvalidDataException($"the bundle has a format that this Readout does not know: {f.GetString()}")).ToList();
        var differences = new List<BundleDifference>();
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
            if (Changed(folder, file.GetProperty("name").GetString()!, file.GetProperty("sha256").GetString()!) is { } changed) differences.Add(changed);
        var again = Directory.CreateTempSubdirectory("readout-check-").FullName;
        try
        {
            foreach (var name in Write(again, request, formats))
                if (!File.Exists(Path.Combine(folder, name))) differences.Add(new BundleDifference(name, "is missing"));
                else if (!File.ReadAllBytes(Path.Combine(folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, name)))) differences.Add(new BundleDifference(name, "is not what this store gives" + Because(folder, again)));
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
        return [.. differences.DistinctBy(d => d.File)];
    }

    /// <summary>Writes one export and hashes it on the way.</summary>
    public static (ExportNote Note, string Sha256) WriteOne(string path, ExportRequest request, ExportFormat format)
    {
        ExportNote note;
        using (var output = new BufferedStream(File.Create(path), 1 << 16)) note = format.Write(request, output);
        return (note, HashOf(path));
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static BundleDifference? Changed(string folder, string name, string sha256)
    {
        // The manifest is a stranger's: its names must not lead out of the folder.
        if (Path.GetFileName(name) != name) return new BundleDifference(name, "is no plain file name");
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) return new BundleDifference(name, "is missing");
        return HashOf(path) == sha256 ? null : new BundleDifference(name, "was changed after the bundle was made");
    }

    private static string Because(string folder, string again)
    {
        using var old = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest)));
        using var now = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(again, Manifest)));
        var (then, here) = (old.RootElement.GetProperty("store"), now.RootElement.GetProperty("store"));
        foreach (var property in new[] { "program", "readers", "articles", "corrections", "contentSha256" })
            if (then.GetProperty(property).ToString() != here.GetProperty(property).ToString()) return $" ({property} then {then.GetProperty(property)}, now {here.GetProperty(property)})";
        return "";
    }

    private static ExportRequest RequestOf(JsonElement json, ReadingStore store) => new()
    {
        Store = store,
        Rows = json.GetProperty("rows").GetString()!,
        AsOf = Day(json, "asOf"),
        Selection = new Selection
        {
            Actors = Texts(json, "actors"),
            Words = json.GetProperty("about").GetString(),
            From = Day(json, "from"),
            To = Day(json, "to"),
            Types = Texts(json, "types"),
            Place = json.GetProperty("place").GetString(),
        },
    };

    private static DateOnly? Day(JsonElement json, string name) => json.GetProperty(name).GetString() is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null;

    private static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];
}
