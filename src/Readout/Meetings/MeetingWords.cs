using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Meetings;

/// <summary>Words that tell a meeting, a visit or a call, and what became of it.</summary>
internal sealed class MeetingWords
{
    private readonly Dictionary<string, Regex> byUse;

    /// <summary>Reads <c>meetings/words.tsv</c>.</summary>
    public MeetingWords(KnowledgeFolder folder) =>
        byUse = folder.Table("meetings/words.tsv").Rows.GroupBy(r => r["use"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => Compile(g.Select(r => r["phrase"])), StringComparer.Ordinal);

    internal bool Tells(string use, string text) => byUse.TryGetValue(use, out var phrases) && phrases.IsMatch(text);

    private static Regex Compile(IEnumerable<string> phrases) =>
        new(@"\b(" + string.Join('|', phrases.Select(p => Regex.Escape(p).Replace(@"\*", @"\w*", StringComparison.Ordinal))) + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
