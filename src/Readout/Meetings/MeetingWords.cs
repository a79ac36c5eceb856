using Readout.Loading;
using Readout.Phrases;

namespace Readout.Meetings;

/// <summary>Words that tell a meeting, a visit or a call, and what became of it.</summary>
internal sealed class MeetingWords
{
    private readonly Dictionary<string, PhraseList> byUse;

    /// <summary>Reads <c>meetings/words.tsv</c>.</summary>
    public MeetingWords(KnowledgeFolder folder) =>
        byUse = folder.Table("meetings/words.tsv").Rows.GroupBy(r => r["use"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => new PhraseList(g.Select(r => r["phrase"])), StringComparer.Ordinal);

    internal bool Tells(string use, ReadOnlySpan<char> text) => byUse.TryGetValue(use, out var phrases) && phrases.IsIn(text);
}
