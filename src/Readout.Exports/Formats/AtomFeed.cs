using System.Globalization;
using System.Text;
using System.Xml;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>Acts as RFC 4287, the newest first.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var acts = request.Acts();
        Write(acts, "Readout: what happened", "tag:readout,2026:export", output);
        return new ExportNote(acts.Count,
        [
            new("id", "tag: address of the act and of its report"), new("title", "type and who takes part"), new("updated", "midnight UTC of the day of publication"), new("published", "the same"), new("author", "outlet"), new("link", "address of the article (via)"), new("summary", "the sentence"), new("category", "PLOVER type"),
        ], ["RFC 4287"]);
    }

    /// <param name="id">tag: address of the feed (RFC 4151).</param>
    public static void Write(IReadOnlyList<FoundEvent> acts, string title, string id, Stream output)
    {
        List<FoundEvent> newest = [.. acts.OrderByDescending(a => a.Citation.Published, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal)];
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = true, CloseOutput = false }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, id);
            xml.WriteElementString("title", Atom, XmlText.Of(title));
            xml.WriteElementString("updated", Atom, Time(newest.Count > 0 ? newest[0].Citation.Published : null));
            xml.WriteStartElement("generator", Atom);
            xml.WriteAttributeString("version", Versions.Program);
            xml.WriteString("Readout");
            xml.WriteEndElement();
            foreach (var act in newest) Entry(xml, act);
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Entry(XmlWriter xml, FoundEvent act)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"tag:readout,2026:{act.Act}/{Uri.EscapeDataString(act.Id)}");
        xml.WriteElementString("title", Atom, XmlText.Of(Title(act)));
        xml.WriteElementString("updated", Atom, Time(act.Citation.Published));
        xml.WriteElementString("published", Atom, Time(act.Citation.Published));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, XmlText.Of(act.Citation.Outlet));
        xml.WriteEndElement();
        if (act.Citation.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "via");
            xml.WriteAttributeString("href", address.AbsoluteUri);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", act.Type);
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, XmlText.Of(act.Sentence));
        xml.WriteStartElement("content", Atom);
        xml.WriteString(XmlText.Of($"{act.Date ?? "undated"}: {act.Sentence} ({act.Citation.Outlet}, {act.Citation.Published ?? "undated"}, {act.Citation.Article} {act.Citation.Span}; {act.Reports} reports, {act.Sources} independent sources)"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Title(FoundEvent act)
    {
        var recipients = act.Recipients.Count > 0 ? $" {(act.Mutual ? "with" : "→")} {string.Join(", ", act.Recipients.Select(p => p.Name))}" : "";
        return $"{act.Type}{(act.Mode is null ? "" : " " + act.Mode)}{(act.Status == "happened" ? "" : $" ({act.Status})")}: {string.Join(", ", act.Actors.Select(p => p.Name))}{recipients}";
    }

    private static string Time(string? day) => (DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date) ? date : new DateOnly(1970, 1, 1)).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}

/// <summary>Text without the characters that XML 1.0 cannot hold.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) safe.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) safe.Append(text[i]).Append(text[++i]);
            else safe.Append('�');
        }
        return safe.ToString();
    }
}
