using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using QuikGraph;
using Readout.Events;
using Readout.Exports;
using Readout.Exports.Bundles;
using Readout.Store.Printing;
using Readout.Tests.Store;

namespace Readout.Tests.Exports;

/// <summary>Exports, read back by readers that know the formats.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly StoreFile store = new();
    private readonly string folder = Directory.CreateTempSubdirectory("readout-export-").FullName;

    public ExportTests() => store.Run(
        Made.Full("early", "=North Korea met \t us; there, \"here\" & <there> — 한국 🙂.", published: "2021-03-10", date: "2021-03-09"),
        Made.Full("plan", "North Korea will meet us in a town with a rather long name that no line of seventy-five octets holds.", published: "2021-03-11", date: "2021-04-01", status: EventStatus.Planned),
        Made.Full("undated", "North Korea met nobody.", published: "2021-03-12", date: "2021"));

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("gdelt", 61, false)]
    [InlineData("gdelt-mentions", 16, false)]
    [InlineData("icews", 20, true)]
    [InlineData("polecat", 40, true)]
    public void Tables_of_the_field_have_their_columns(string format, int columns, bool hasHeader)
    {
        var (bytes, note) = Export(format);
        var rows = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('\t')).ToList();
        Assert.Equal(note.Rows + (hasHeader ? 1 : 0), rows.Count);
        Assert.True(note.Rows > 0);
        Assert.All(rows, r => Assert.Equal(columns, r.Length));
        Assert.Equal(columns, note.Columns.Count);
        Assert.Equal(hasHeader, note.Columns.Select(c => c.Name).SequenceEqual(rows[0]));
        Assert.All(note.Columns.Where(c => c.Empty is not null), c => Assert.All(rows.Skip(hasHeader ? 1 : 0), r => Assert.Contains(r[note.Columns.ToList().IndexOf(c)], new[] { "", "NA", "None" })));
    }

    [Fact]
    public void Gdelt_rows_hold_what_their_columns_say()
    {
        var row = Rows("gdelt").Single(r => r[1] == "20210309");
        Assert.Equal(("USAGOV", "USA", "GOV", "PRK", "046", "04", "1", "7"), (row[5], row[7], row[12], row[15], row[26], row[28], row[29], row[30]));
        Assert.Equal("2021.2712", row[4]);
        Assert.Equal(Rows("gdelt").Select(r => r[0]).ToHashSet(), [.. Rows("gdelt-mentions").Select(r => r[0])]);
    }

    [Fact]
    public void Icews_gives_both_ways_of_what_two_did_together()
    {
        var rows = Rows("icews").Skip(1).Where(r => r[1] == "2021-03-09").ToList();
        Assert.Equal([("Antony Blinken", "North Korea"), ("North Korea", "Antony Blinken")], rows.Select(r => (r[2], r[8])));
        Assert.Single(rows.Select(r => r[0]).Distinct());
    }

    [Fact]
    public void A_calendar_is_read_by_a_reader_of_calendars()
    {
        var bytes = Export("ical").Bytes;
        Assert.All(Encoding.UTF8.GetString(bytes).Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(bytes))!;
        var planned = calendar.Events.Single(e => e.Start!.Value.Year == 2021 && e.Start.Value.Month == 4);
        Assert.Equal(("TENTATIVE", 1, 2), (planned.Status, planned.Start!.Value.Day, planned.End!.Value.Day));
        Assert.Contains("seventy-five octets", planned.Description, StringComparison.Ordinal);
        Assert.Contains(calendar.Events, e => e.Status == "CONFIRMED" && e.Description!.Contains("\"here\" & <there> — 한국 🙂", StringComparison.Ordinal));
        Assert.All(calendar.Events, e => Assert.EndsWith("@readout", e.Uid, StringComparison.Ordinal));
    }

    [Fact]
    public void A_feed_is_read_by_a_reader_of_feeds()
    {
        using var xml = XmlReader.Create(new MemoryStream(Export("atom").Bytes));
        var feed = System.ServiceModel.Syndication.SyndicationFeed.Load(xml);
        Assert.Equal(3, feed.Items.Count());
        Assert.Equal(3, feed.Items.Select(i => i.Id).Distinct().Count());
        Assert.Equal(new DateTime(2021, 3, 12), feed.LastUpdatedTime.UtcDateTime);
        Assert.Contains(feed.Items, i => i.Summary.Text.Contains("<there> — 한국 🙂", StringComparison.Ordinal));
    }

    [Fact]
    public void A_graph_is_read_by_a_reader_of_graphs()
    {
        // The package with QuikGraph's own GraphML reader is not to be had, so the elements are read here and QuikGraph judges the graph.
        var graphml = XDocument.Load(new MemoryStream(Export("graphml").Bytes)).Root!;
        var ns = graphml.Name.Namespace;
        Assert.Equal("http://graphml.graphdrawing.org/xmlns", ns.NamespaceName);
        var keys = graphml.Elements(ns + "key").ToDictionary(k => k.Attribute("id")!.Value, k => k.Attribute("for")!.Value);
        var content = graphml.Element(ns + "graph")!;
        Assert.All(content.Descendants(ns + "data"), d => Assert.Equal(d.Parent!.Name.LocalName, keys[d.Attribute("key")!.Value]));
        var graph = new AdjacencyGraph<string, Edge<string>>();
        Assert.All(content.Elements(ns + "node"), n => Assert.True(graph.AddVertex(n.Attribute("id")!.Value)));
        Assert.All(content.Elements(ns + "edge"), e => Assert.True(graph.AddEdge(new Edge<string>(e.Attribute("source")!.Value, e.Attribute("target")!.Value))));
        Assert.Equal(["PRK", "USA"], graph.Vertices.Order());
        Assert.Equal(2, graph.EdgeCount);
    }

    [Fact]
    public async Task Parquet_is_read_back_cell_by_cell()
    {
        foreach (var (rows, kind) in new[] { (3, "events"), (3, "statements"), (3, "positions"), (0, "agreements") })
        {
            await using var reader = await Parquet.ParquetReader.CreateAsync(new MemoryStream(Export("parquet", kind).Bytes), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(rows, reader.Metadata!.NumRows);
        }
        await using var events = await Parquet.ParquetReader.CreateAsync(new MemoryStream(Export("parquet").Bytes), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Readout.Exports.Tables.RecordTables.Events.Names, events.Schema.DataFields.Select(f => f.Name));
        Assert.Equal(typeof(double), events.Schema.DataFields.Single(f => f.Name == "goldstein").ClrType);
        Assert.Equal(typeof(long), events.Schema.DataFields.Single(f => f.Name == "start").ClrType);
    }

    [Fact]
    public void Csv_is_read_back_as_it_was_and_runs_nothing()
    {
        var text = Encoding.UTF8.GetString(Export("csv").Bytes);
        Assert.StartsWith("id,date,type,", text, StringComparison.Ordinal);
        Assert.Contains("'=North Korea met", text, StringComparison.Ordinal);
        foreach (var cell in new[] { "=1+1", "'=1", "''@x", "-5", "plain", "'plain", "", "'", "\t=x" })
        {
            using var output = new MemoryStream();
            new Csv(output).Row(cell);
            var written = Encoding.UTF8.GetString(output.ToArray())[..^2].Trim('"');
            Assert.False(written is ['=' or '+' or '-' or '@' or '\t', ..]);
            Assert.Equal(cell, Csv.Unguarded(written));
        }
    }

    [Fact]
    public void Json_exports_are_json_with_their_required_fields()
    {
        foreach (var line in Lines("plover"))
            Assert.True(new[] { "id", "date", "actor", "event" }.All(f => line.TryGetProperty(f, out _)));
        var ftm = Lines("ftm").ToList();
        Assert.Equal(ftm.Count, ftm.Select(e => e.GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains(ftm, e => e.GetProperty("schema").GetString() == "Occupancy");
        using var annotations = JsonDocument.Parse(Export("annotations").Bytes);
        var items = annotations.RootElement.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(6, items.Count);
        foreach (var selector in items.Select(i => i.GetProperty("target").GetProperty("selector")))
        {
            var exact = selector[0].GetProperty("exact").GetString()!;
            // Positions count code points.
            Assert.Equal(exact.EnumerateRunes().Count(), selector[1].GetProperty("end").GetInt32() - selector[1].GetProperty("start").GetInt32());
        }
    }

    [Fact]
    public void Every_export_has_a_sidecar_that_says_what_is_left_empty()
    {
        foreach (var format in ExportFormats.All)
            store.With(s =>
            {
                var request = new ExportRequest { Store = s };
                var (note, sha256) = Bundle.WriteOne(Path.Combine(folder, "x"), request, format);
                using var output = new MemoryStream();
                Sidecar.Write(output, request, format, note, "x", sha256);
                using var json = JsonDocument.Parse(output.ToArray());
                Assert.Equal(3, json.RootElement.GetProperty("store").GetProperty("articles").GetInt32());
                Assert.All(json.RootElement.GetProperty("leftEmpty").EnumerateArray(), c => Assert.NotEqual("", c.GetProperty("why").GetString()));
                Assert.All(json.RootElement.GetProperty("columns").EnumerateArray(), c => Assert.NotEqual("", c.GetProperty("meaning").GetString()));
                return 0;
            });
    }

    [Fact]
    public void A_bundle_is_derived_again_byte_for_byte_by_any_store_of_the_same_content()
    {
        store.With(s => Bundle.Write(folder, new ExportRequest { Store = s }, ExportFormats.All));
        using var other = new StoreFile();
        other.Run(Made.Full("undated", "North Korea met nobody.", published: "2021-03-12", date: "2021"));
        other.Run(
            Made.Full("plan", "North Korea will meet us in a town with a rather long name that no line of seventy-five octets holds.", published: "2021-03-11", date: "2021-04-01", status: EventStatus.Planned),
            Made.Full("early", "=North Korea met \t us; there, \"here\" & <there> — 한국 🙂.", published: "2021-03-10", date: "2021-03-09"));
        Assert.Empty(other.With(s => Bundle.Check(folder, s)));
        File.AppendAllText(Path.Combine(folder, "readout.csv"), "x");
        Assert.Equal("readout.csv", Assert.Single(other.With(s => Bundle.Check(folder, s))).File);
        other.Run(Made.Plain("more"));
        var differences = other.With(s => Bundle.Check(folder, s));
        Assert.Contains(differences, d => d.Problem.Contains("articles then 3, now 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Exports_as_of_a_day_hold_nothing_later()
    {
        var day = new DateOnly(2021, 3, 11);
        var before = ExportFormats.All.Select(f => Convert.ToHexString(Export(f.Name, asOf: day).Bytes)).ToList();
        store.Run(Made.Full("later", "North Korea met us again.", published: "2021-03-20", date: "2021-03-09"));
        Assert.Equal(before, ExportFormats.All.Select(f => Convert.ToHexString(Export(f.Name, asOf: day).Bytes)));
    }

    private IEnumerable<JsonElement> Lines(string format) => Encoding.UTF8.GetString(Export(format).Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    private List<string[]> Rows(string format) => [.. Encoding.UTF8.GetString(Export(format).Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('\t'))];

    private (byte[] Bytes, ExportNote Note) Export(string format, string rows = "events", DateOnly? asOf = null) => store.With(s =>
    {
        using var output = new MemoryStream();
        var note = ExportFormats.Find(format)!.Write(new ExportRequest { Store = s, Rows = rows, AsOf = asOf }, output);
        return (output.ToArray(), note);
    });
}
