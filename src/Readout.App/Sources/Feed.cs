using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Readout.Pages;

namespace Readout.App.Sources;

/// <summary>Items of RSS 0.9x, 1.0, 2.0 and Atom feeds. Lenient: names count without their namespaces, and what stands before a fault in the XML is kept.</summary>
internal static class Feed
{
    private static readonly string[] ContentNames = ["encoded", "content", "description", "summary"];
    private static readonly string[] DateNames = ["pubDate", "published", "issued", "date", "created", "updated", "modified"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 256 << 20,
    };

    public static IEnumerable<Page> Read(string input, Stream stream, Action<SourceException> failed)
    {
        using var xml = XmlReader.Create(stream, Settings);
        string? source = null;
        var number = 0;
        var item = Next(xml, input, ref source, failed);
        while (item is not null)
        {
            number++;
            if (Page($"{input}#{number}", item, source) is { } page) yield return page;
            item = Next(xml, input, ref source, failed);
        }
    }

    private static XElement? Next(XmlReader xml, string input, ref string? source, Action<SourceException> failed)
    {
        try
        {
            if (xml.ReadState == ReadState.Initial) xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "item" or "entry") return (XElement)XNode.ReadFrom(xml);
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "title" && xml.Depth <= 2) source ??= Line(((XElement)XNode.ReadFrom(xml)).Value);
                else xml.Read();
            }
        }
        catch (XmlException problem)
        {
            failed(new SourceException(input, xml.ReadState == ReadState.Error && problem.Message.Contains("DTD", StringComparison.Ordinal)
                ? "is a feed with a document type definition, which is refused because it can be an attack; remove the DOCTYPE"
                : $"is no well-formed feed from line {problem.LineNumber} on: {problem.Message}"));
        }
        return null;
    }

    private static Page? Page(string input, XElement item, string? source)
    {
        var content = ContentNames.Select(n => item.Elements().FirstOrDefault(e => e.Name.LocalName == n && !IsMedia(e) && Html(e).Length > 0)).FirstOrDefault(e => e is not null);
        var title = Value(item, "title");
        if (content is null && title is null) return null;
        return new Page
        {
            Input = input,
            Bytes = Encoding.UTF8.GetBytes(content is null ? title! : Html(content)),
            Charset = "utf-8",
            Kind = content is null || content.Attribute("type")?.Value == "text" ? PageKind.Text : PageKind.Html,
            Url = Link(item),
            Id = Link(item) is null ? Value(item, "guid") ?? Value(item, "id") : null,
            Title = title,
            Published = DateNames.Select(n => Day(Value(item, n))).FirstOrDefault(d => d is not null),
            Source = Value(item, "source") ?? source,
            Authors = Authors(item),
        };
    }

    // media:content and media:description stand beside the text and describe a picture.
    private static bool IsMedia(XElement element) => element.Name.NamespaceName.Contains("mrss", StringComparison.OrdinalIgnoreCase);

    private static string Html(XElement content) =>
        content.HasElements ? string.Concat(content.Nodes().Select(n => n is XElement e ? WithoutNamespaces(e).ToString(SaveOptions.DisableFormatting) : n.ToString(SaveOptions.DisableFormatting))) : content.Value.Trim();

    private static XElement WithoutNamespaces(XElement element) =>
        new(element.Name.LocalName, element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => new XAttribute(a.Name.LocalName, a.Value)), element.Nodes().Select(n => n is XElement e ? WithoutNamespaces(e) : n));

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var link = links.FirstOrDefault(l => l.Attribute("href") is not null && (l.Attribute("rel")?.Value ?? "alternate") == "alternate")?.Attribute("href")!.Value
            ?? links.Select(l => l.Value.Trim()).FirstOrDefault(v => v.Length > 0)
            ?? item.Elements().FirstOrDefault(e => e.Name.LocalName == "guid" && e.Attribute("isPermaLink")?.Value != "false")?.Value.Trim();
        return Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? link : null;
    }

    private static List<string> Authors(XElement item) =>
        [.. item.Elements().Where(e => e.Name.LocalName is "creator" or "author").Select(e => Line(Value(e, "name") ?? (e.HasElements ? "" : e.Value))).OfType<string>().Distinct()];

    private static string? Value(XElement item, string name) => Line(item.Elements().FirstOrDefault(e => e.Name.LocalName == name && !IsMedia(e))?.Value);

    private static string? Line(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    /// <summary>The day as the feed writes it, in the feed's own time zone: of "Thu, 18 Mar 2021 23:00:00 EDT" the 18th.</summary>
    private static string? Day(string? date)
    {
        if (date is null) return null;
        if (date.Length >= 10 && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Iso(day);
        var words = date.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        var at = words.Length > 0 && char.IsAsciiLetter(words[0][0]) ? 1 : 0;
        return words.Length >= at + 3 && DateOnly.TryParseExact($"{words[at]} {Month(words[at + 1])} {Year(words[at + 2])}", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? Iso(day) : null;
    }

    private static string Month(string word) => word.Length > 3 ? word[..3] : word;

    private static string Year(string word) => word.Length == 2 ? "20" + word : word;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
