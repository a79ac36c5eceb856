using Readout.Loading;

namespace Readout.Statements;

/// <summary>The cue words of <c>knowledge/statements/</c>.</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, CueEntry[]> verbs;
    private readonly Dictionary<string, CueEntry[]> nouns;
    private readonly Dictionary<string, CueEntry[]> adjectives;
    private readonly Dictionary<string, SourcePhrase[]> phrases;
    private readonly Dictionary<CueWordRole, HashSet<string>> roles;

    public CueLexicon(KnowledgeFolder folder)
    {
        verbs = Load(folder.Table("statements/verbs.tsv"), "verb");
        nouns = Load(folder.Table("statements/nouns.tsv"), "noun");
        adjectives = Load(folder.Table("statements/adjectives.tsv"), "adjective");
        Anonymous = folder.Table("statements/anonymous.tsv").Rows.Select(r => r["noun"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        roles = folder.Table("statements/words.tsv").Rows.GroupBy(Role).ToDictionary(g => g.Key, g => g.Select(r => r["word"]).ToHashSet(StringComparer.OrdinalIgnoreCase));
        phrases = folder.Table("statements/phrases.tsv").Rows.Select(SourcePhrase.Read).GroupBy(p => p.Words[0]).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The word has this role beside cues; case does not count.</summary>
    public bool Is(CueWordRole role, ReadOnlySpan<char> word) =>
        roles.TryGetValue(role, out var words) && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Nouns for persons who stay unnamed: "official", "source".</summary>
    public IReadOnlySet<string> Anonymous { get; }

    /// <summary>Phrases that name a source beside the clause and begin with a word: "according to", "in the words of".</summary>
    public IReadOnlyList<SourcePhrase> Phrases(ReadOnlySpan<char> firstWord) =>
        phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(firstWord, out var found) ? found : [];

    /// <summary>Entries of a head word, those with the longest tail first.</summary>
    public IReadOnlyList<CueEntry> Verbs(string lemma) => verbs.TryGetValue(lemma, out var entries) ? entries : [];

    public IReadOnlyList<CueEntry> Nouns(string lemma) => nouns.TryGetValue(lemma, out var entries) ? entries : [];

    public IReadOnlyList<CueEntry> Adjectives(string lemma) => adjectives.TryGetValue(lemma, out var entries) ? entries : [];

    private static CueWordRole Role(KnowledgeRow row) => Enum.TryParse<CueWordRole>(row["role"], ignoreCase: true, out var role) ? role
        : throw row.Wrong($"unknown role '{row["role"]}'; known are {string.Join(", ", Enum.GetNames<CueWordRole>()).ToLowerInvariant()}");

    private static Dictionary<string, CueEntry[]> Load(KnowledgeTable table, string column) =>
        table.Rows.Select(row => Read(row, column)).GroupBy(e => e.Head).ToDictionary(
            g => g.Key, g => g.Select(e => e.Entry).OrderByDescending(e => e.Tail.Count).ToArray(), StringComparer.Ordinal);

    private static (string Head, CueEntry Entry) Read(KnowledgeRow row, string column)
    {
        var words = row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw row.Wrong($"has no {column}");
        if (!Enum.TryParse<StatementAct>(row["act"], ignoreCase: true, out var act))
            throw row.Wrong($"unknown act '{row["act"]}'; known are {string.Join(", ", Enum.GetNames<StatementAct>()).ToLowerInvariant()}");
        var frames = row.Values("frames").Select(f => CueFrame.Parse(f, row)).ToArray();
        return (words[0], new CueEntry(row[column], words[1..], act, frames, row.Why(row[column])));
    }
}
