using Readout.Loading;
using Readout.Phrases;

namespace Readout.Positions;

/// <summary>A small taxonomy of what states take positions on, told by phrases.</summary>
internal sealed class Topics
{
    private readonly List<(string Topic, bool Pair)> topics = [];
    private readonly PhraseList phrases;

    public Topics(KnowledgeTable table)
    {
        var all = new List<string>();
        foreach (var row in table.Rows)
            foreach (var phrase in row.Values("phrases"))
            {
                all.Add(phrase);
                topics.Add((row["topic"], row["pair"] == "yes"));
            }
        phrases = new PhraseList(all);
    }

    /// <summary>The topic with the longest phrase in a text; null when none is found. <c>Pair</c>: it is about how states deal with one another.</summary>
    public (string Topic, bool Pair)? In(ReadOnlySpan<char> text) => phrases.Longest(text) is >= 0 and var found ? topics[found] : null;
}
