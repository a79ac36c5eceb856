using System.IO.Compression;
using System.Text;
using Readout.Loading;

namespace Readout.Fuzz;

/// <summary>What the fuzzers begin with: the samples, the knowledge, and small archives made of them.</summary>
internal static class Seeds
{
    private const string Archive = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://desk.example/1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ";
    private const string Tree = "# text = Moon met Biden.\n1\tMoon\tMoon\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n3-4\tBidens\t_\t_\t_\t_\t_\t_\t_\t_\n3\tBiden\tBiden\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No\n3.1\te\te\t_\t_\t_\t_\t_\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    public static void Write(string root, string into)
    {
        var samples = Directory.GetFiles(Path.Combine(root, "samples")).Order(StringComparer.Ordinal).ToList();
        var pages = samples.Where(s => s.EndsWith(".html", StringComparison.Ordinal) || s.EndsWith(".txt", StringComparison.Ordinal)).Where((_, i) => i % 4 == 0).ToList();
        foreach (var page in pages) Put(into, "page", Path.GetFileName(page), File.ReadAllBytes(page));
        foreach (var page in pages) Put(into, "text", Path.GetFileName(page), Beginning(File.ReadAllBytes(page), 1500));
        foreach (var feed in samples.Where(s => s.EndsWith(".xml", StringComparison.Ordinal))) Put(into, "feed", Path.GetFileName(feed), Beginning(File.ReadAllBytes(feed), 3000));
        Put(into, "feed", "atom.xml", """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>A</title><link rel="alternate" href="https://desk.example/1"/><id>1</id><updated>2021-03-18T10:00:00Z</updated><author><name>B</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry></feed>"""u8.ToArray());
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\nTransfer-Encoding: chunked\r\nContent-Encoding: identity\r\n\r\n10\r\n<p>Moon met.</p>\r\n0\r\n\r\n";
        var archive = Encoding.ASCII.GetBytes($"{Archive}{http.Length}\r\n\r\n{http}\r\n\r\n" + "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nText.\r\n\r\n");
        Put(into, "warc", "two.warc", archive);
        Put(into, "input", "two.warc", archive);
        Put(into, "input", "page.html.gz", Packed("<p>Moon met Biden.</p>"u8));
        Put(into, "input", "lines.jsonl", """{"text":"Moon met Biden.","id":"1","published":"2021-03-18","authors":["A"]}"""u8.ToArray());
        Put(into, "conllu", "tree.conllu", Encoding.ASCII.GetBytes(Tree + Tree));
        foreach (var (name, bytes) in KnowledgeTrial.Seeds(new KnowledgeFolder(Path.Combine(root, "knowledge"))).Where(s => !s.Name.Contains("/offices/", StringComparison.Ordinal)))
        {
            if (name.EndsWith(".rules", StringComparison.Ordinal)) Put(into, "rules", name.Replace('/', '-'), Beginning(bytes[(name.Length + 1)..], 1500));
            Put(into, "knowledge", name.Replace('/', '-'), Beginning(bytes, 1000));
        }
    }

    private static byte[] Beginning(byte[] bytes, int length) => bytes[..Math.Min(bytes.Length, length)];

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static void Put(string into, string target, string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(into, target)).FullName;
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
