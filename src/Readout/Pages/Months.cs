using Readout.Loading;

namespace Readout.Pages;

/// <summary>Month names of many languages (knowledge/pages/months.tsv), for the dates that pages print.</summary>
public sealed class Months
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);

    public Months(KnowledgeTable table)
    {
        foreach (var row in table.Rows)
            foreach (var name in row.Values("names")) numbers.TryAdd(name, (int)(row.Number("month") ?? throw row.Wrong("has no month number")));
    }

    /// <summary>1 to 12; null when it names no month.</summary>
    public int? Number(string name) => numbers.TryGetValue(name.Trim('.'), out var number) ? number : null;
}
