using System.Text.Json.Nodes;

namespace Readout.Store.Adding;

/// <summary>Which corrections mark which findings of a reading.</summary>
internal sealed class Marks
{
    public static readonly Marks None = new();

    private readonly Dictionary<(string Mark, string Finding), string> marks = [];

    private Marks()
    {
    }

    public static Marks Of(JsonObject reading)
    {
        var marks = new Marks();
        foreach (var list in new[] { "entities", "statements", "events", "positions", "agreements" })
            foreach (var finding in reading[list]!.AsArray().OfType<JsonObject>())
                foreach (var mark in new[] { "corrected", "joined", "parted" })
                    if (finding[mark] is JsonArray ids) marks.marks[(mark, finding["id"]!.GetValue<string>())] = string.Join('|', ids.Select(i => i!.GetValue<string>()));
        return marks;
    }

    /// <summary>Ids of corrections, parted by <c>|</c>; null for none.</summary>
    public string? Corrected(string finding) => marks.GetValueOrDefault(("corrected", finding));

    public string? Joined(string finding) => marks.GetValueOrDefault(("joined", finding));

    public string? Parted(string finding) => marks.GetValueOrDefault(("parted", finding));
}
