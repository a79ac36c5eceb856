using System.Text;

namespace Readout.Exports.Formats;

/// <summary>The record whole: one reading on a line.</summary>
internal static class Readings
{
    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var rows = 0L;
        foreach (var reading in request.Store.Readings(request.AsOf, allVersions: false))
        {
            output.Write(Encoding.UTF8.GetBytes(reading + "\n"));
            rows++;
        }
        return new ExportNote(rows, [], ["schema readout/1; the selection of actors, words and days does not apply: readings are exported whole", "spans count UTF-16 code units of article.text"]);
    }
}
