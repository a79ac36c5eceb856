using System.Text;
using CsCheck;
using Readout.Events;
using Readout.Exports;
using Readout.Output;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.Tests.Store;

/// <summary>What holds of every record, whatever it is made of: tried on readings made at random, with hostile text among them. A failing case prints its seed.</summary>
public sealed class RecordPropertyTests
{
    private static readonly string[] Contents =
    [
        "North Korea met us.", "North Korea met us again in the capital.", "=cmd|' /C calc'!A0", "+North\tKorea\r\nmet", "-1", "@sum", "\"quoted\", and; <b>bold</b> & more", "한국 🙂 \u202Eabc", "'=1", "a|b\\|c", "\u0001\u001B[31mred", "x",
    ];

    private static readonly Gen<Reading> Readings =
        from id in Gen.Int[0, 999]
        from content in OneOf(Contents)
        from published in Gen.Int[1, 28]
        from date in OneOf("2021-03-09", "2021-03-10", "2021-03", "2021-04-01", "2021")
        from status in OneOf(EventStatus.Happened, EventStatus.Planned, EventStatus.Denied)
        select Made.Full($"a{id}", content, $"2021-03-{published:00}", date, status);

    private static readonly Gen<Reading[]> Records = Readings.Array[2, 7].Select(all => all.DistinctBy(r => r.Article.Id).ToArray());

    [Fact]
    public void The_order_of_adding_changes_no_byte_of_any_export() =>
        Gen.Select(Records, Gen.Int).Sample(
            (record, seed) =>
            {
                using var one = new StoreFile();
                using var other = new StoreFile();
                one.Run(record);
                foreach (var reading in record.OrderBy(r => HashCode.Combine(r.Article.Id, seed))) other.Run(reading);
                Assert.Equal(Exports(one), Exports(other));
                Assert.Equal(Acts(one, null), Acts(other, null));
            },
            iter: 8, threads: 1);

    [Fact]
    public void What_is_published_later_changes_nothing_as_of_a_day() =>
        Gen.Select(Records, Gen.Int[1, 28]).Sample(
            (record, day) =>
            {
                var asOf = new DateOnly(2021, 3, day);
                using var store = new StoreFile();
                store.Run(Made.Plain("base", published: "2021-03-01"));
                store.Run([.. record.Where(r => r.Article.Published <= asOf)]);
                var (exports, acts) = (Exports(store, asOf), Acts(store, asOf));
                store.Run([.. record.Where(r => r.Article.Published > asOf)]);
                Assert.Equal(exports, Exports(store, asOf));
                Assert.Equal(acts, Acts(store, asOf));
            },
            iter: 8, threads: 1);

    [Fact]
    public void A_reading_comes_back_from_its_JSON_as_it_was() => Readings.Sample(
        reading =>
        {
            var written = ReadingJson.Write(reading);
            var json = System.Text.Json.JsonDocument.Parse(written);
            Assert.Equal(Encoding.UTF8.GetString(written.Span), Encoding.UTF8.GetString(ReadingJson.Write(ReadingParse.Of(json.RootElement)).Span));
        },
        iter: 300);

    [Fact]
    public void Cells_come_back_from_CSV_and_none_runs() => Gen.String[Gen.Char["=+-@'\t\r\n\",;ab é한"], 0, 9].Array[1, 5].Sample(
        cells =>
        {
            using var output = new MemoryStream();
            new Csv(output).Row(cells);
            var read = Parse(Encoding.UTF8.GetString(output.ToArray()));
            Assert.Equal(cells, read.Select(Csv.Unguarded));
            Assert.All(read, c => Assert.False(c is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..], c));
        },
        iter: 3000);

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static List<string> Acts(StoreFile store, DateOnly? asOf) =>
        store.With(s => s.Ask(new TimelineQuestion { AsOf = asOf, Selection = new Selection { Limit = 1000 } }).Select(e => $"{e.Id} {e.Type} {e.Date} {e.Citation.Article}").ToList());

    private static List<string> Exports(StoreFile store, DateOnly? asOf = null) => store.With(s => ExportFormats.All.Select(format =>
    {
        using var output = new MemoryStream();
        var note = format.Write(new ExportRequest { Store = s, AsOf = asOf }, output);
        if (format.Name is "gdelt" or "gdelt-mentions" or "icews" or "polecat")
            Assert.All(Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Equal(note.Columns.Count, l.Split('\t').Length));
        return $"{format.Name} {Convert.ToHexString(output.ToArray())}";
    }).ToList());

    /// <summary>One row, by RFC 4180.</summary>
    private static List<string> Parse(string row)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '"' && quoted && row[i + 1] == '"') cell.Append(row[i++]);
            else if (row[i] == '"') quoted = !quoted;
            else if (row[i] == ',' && !quoted || row.AsSpan(i) is "\r\n" && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (row[i] == '\r') i++;
            }
            else cell.Append(row[i]);
        }
        return cells;
    }
}
