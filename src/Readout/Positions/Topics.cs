using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Positions;

/// <summary>A small taxonomy of what states take positions on, told by phrases.</summary>
internal sealed class Topics
{
    private readonly List<(string Topic, bool Pair, Regex Phrase)> phrases = [];

    public Topics(KnowledgeTable table)
    {
        foreach (var row in table.Rows)
            foreach (var phrase in row.Values("phrases"))
                phrases.Add((row["topic"], row["pair"] == "yes", Compile(phrase)));
    }

    /// <summary>The topic with the longest phrase in a text; null when none is found. <c>Pair</c>: it is about how states deal with one another.</summary>
    public (string Topic, bool Pair)? In(string text)
    {
        (string Topic, bool Pair)? best = null;
        var length = 0;
        foreach (var (topic, pair, phrase) in phrases)
        {
            if (phrase.Match(text) is not { Success: true } match || match.Length <= length) continue;
            (best, length) = ((topic, pair), match.Length);
        }
        return best;
    }

    private static Regex Compile(string phrase) =>
        new(@"\b" + Regex.Escape(phrase).Replace(@"\*", @"\w*", StringComparison.Ordinal) + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
