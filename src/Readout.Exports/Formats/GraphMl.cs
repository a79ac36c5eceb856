using System.Globalization;
using System.Text;
using System.Xml;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>Who dealt with whom: nodes are states, bodies and others; an edge counts the acts of one type from one to the other.</summary>
internal static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private sealed record Node(string Id, string Label, string Kind, string? Code);

    private sealed record Edge(string From, string To, string Type, int Weight, double? Score, string? First, string? Last);

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var acts = request.Acts().Where(a => a.Status is "happened" or "ongoing").ToList();
        var pairs = acts.SelectMany(Pairs).ToList();
        List<Node> nodes = [.. pairs.SelectMany(p => new[] { p.From, p.To }).GroupBy(Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(NodeOf)];
        List<Edge> edges = [.. pairs.GroupBy(p => (From: Id(p.From), To: Id(p.To), p.Act.Type)).OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal).ThenBy(g => g.Key.Type, StringComparer.Ordinal)
            .Select(g => new Edge(g.Key.From, g.Key.To, g.Key.Type, g.Count(), g.Select(p => p.Act.Score).OfType<double>() is var scores && scores.Any() ? Math.Round(scores.Average(), 3) : null, g.Min(p => Day(p.Act)), g.Max(p => Day(p.Act))))];
        Write(output, nodes, edges);
        return new ExportNote(edges.Count,
        [
            new("node id", "code of the state or body, else id of the entity"), new("label", "name"), new("kind", "state, person, organisation, group"), new("code", "state or body that it belongs to"),
            new("edge type", "PLOVER type"), new("weight", "acts that happened"), new("score", "mean PLOVER score, -10 to 10"), new("first", "ISO day of the first act"), new("last", "ISO day of the last act"),
        ], ["GraphML, directed; an act of two sides together gives an edge each way", $"{nodes.Count} nodes"]);
    }

    private static IEnumerable<(FoundEvent Act, Party From, Party To)> Pairs(FoundEvent act)
    {
        var (actors, recipients) = Sides.Of(act);
        foreach (var from in actors.DistinctBy(Id))
            foreach (var to in recipients.DistinctBy(Id).Where(r => Id(r) != Id(from)))
            {
                yield return (act, from, to);
                if (act.Mutual) yield return (act, to, from);
            }
    }

    private static string Id(Party party) => party.Code ?? party.Id;

    private static Node NodeOf(IGrouping<string, Party> parties)
    {
        var first = parties.OrderByDescending(p => p.Id == parties.Key).ThenBy(p => p.Name, StringComparer.Ordinal).First();
        var isBody = first.Code == parties.Key;
        return new Node(parties.Key, isBody ? Tables.States.Name(parties.Key) ?? (first.Id == parties.Key ? first.Name : parties.Key) : first.Name, Tables.States.Has(parties.Key) ? "state" : isBody ? "organisation" : first.Kind ?? "unknown", first.Code);
    }

    private static string? Day(FoundEvent act) => Sides.Day(act)?.ToString("O", CultureInfo.InvariantCulture);

    private static void Write(Stream output, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges)
    {
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("graphml", Namespace);
            foreach (var (owner, name, type) in new[] { ("node", "label", "string"), ("node", "kind", "string"), ("node", "code", "string"), ("edge", "type", "string"), ("edge", "weight", "int"), ("edge", "score", "double"), ("edge", "first", "string"), ("edge", "last", "string") })
            {
                xml.WriteStartElement("key", Namespace);
                xml.WriteAttributeString("id", name);
                xml.WriteAttributeString("for", owner);
                xml.WriteAttributeString("attr.name", name);
                xml.WriteAttributeString("attr.type", type);
                xml.WriteEndElement();
            }
            xml.WriteStartElement("graph", Namespace);
            xml.WriteAttributeString("id", "readout");
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in nodes)
            {
                xml.WriteStartElement("node", Namespace);
                xml.WriteAttributeString("id", XmlText.Of(node.Id));
                Data(xml, ("label", node.Label), ("kind", node.Kind), ("code", node.Code));
                xml.WriteEndElement();
            }
            foreach (var (i, edge) in edges.Index())
            {
                xml.WriteStartElement("edge", Namespace);
                xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"e{i}"));
                xml.WriteAttributeString("source", XmlText.Of(edge.From));
                xml.WriteAttributeString("target", XmlText.Of(edge.To));
                Data(xml, ("type", edge.Type), ("weight", edge.Weight.ToString(CultureInfo.InvariantCulture)), ("score", edge.Score?.ToString(CultureInfo.InvariantCulture)), ("first", edge.First), ("last", edge.Last));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Data(XmlWriter xml, params (string Key, string? Value)[] data)
    {
        foreach (var (key, value) in data)
        {
            if (value is null) continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", key);
            xml.WriteString(XmlText.Of(value));
            xml.WriteEndElement();
        }
    }
}
