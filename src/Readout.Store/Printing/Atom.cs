using System.Text;
using System.Xml;

namespace Readout.Store.Printing;

/// <summary>Writes Atom (RFC 4287).</summary>
public static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="self">Absolute address of the feed.</param>
    /// <param name="page">Absolute address of the page that shows the same.</param>
    /// <param name="link">Absolute address of an entry's page.</param>
    public static void Write(Stream output, string title, string self, string page, IEnumerable<FeedEntry> entries, Func<FeedEntry, string> link)
    {
        List<FeedEntry> all = [.. entries];
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false });
        xml.WriteStartElement("feed", Namespace);
        xml.WriteElementString("id", Namespace, self);
        xml.WriteElementString("title", Namespace, title);
        xml.WriteElementString("updated", Namespace, Time(all.Select(e => e.Citation.Published).Max()));
        Link(xml, "self", self);
        Link(xml, "alternate", page);
        foreach (var entry in all) Write(xml, entry, link(entry));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry, string link)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, link);
        xml.WriteElementString("title", Namespace, Clean(entry.Title));
        xml.WriteElementString("updated", Namespace, Time(entry.Citation.Published));
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, Clean(entry.Citation.Outlet));
        xml.WriteEndElement();
        Link(xml, "alternate", link);
        if (Uri.TryCreate(entry.Citation.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") Link(xml, "via", url.AbsoluteUri);
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(entry.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // A feed without entries has changed never; the standard wants a time all the same.
    private static string Time(string? day) => (day ?? "1970-01-01") + "T00:00:00Z";

    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
