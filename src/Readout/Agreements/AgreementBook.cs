using Readout.Events;
using Readout.Loading;

namespace Readout.Agreements;

/// <summary>An accord known by name.</summary>
/// <param name="Parties">Codes of states and bodies; empty where most states are parties.</param>
internal sealed record Accord(string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Parties);

/// <summary>What names an accord, which words tell its status, and the accords known by name.</summary>
public sealed class AgreementBook
{
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, string Place), (AgreementStatus Status, Why Why)> statuses = [];

    /// <summary>Reads <c>agreements/*.tsv</c> and, where it is there, <c>actors/agreements.tsv</c>. Throws <see cref="KnowledgeException"/> with file and line.</summary>
    public AgreementBook(KnowledgeFolder folder)
    {
        foreach (var row in folder.Table("agreements/words.tsv").Rows) nouns[row["word"]] = row["use"];
        foreach (var row in folder.Table("agreements/status.tsv").Rows)
            statuses[(row["word"], row["place"])] = (StatusOf(row), row.Why("agreement-status"));
        if (folder.Has("actors/agreements.tsv"))
            Accords = [.. folder.Table("actors/agreements.tsv").Rows.Where(IsAccord).Select(r => new Accord(r["name"], [r["name"], .. r.Values("aliases")], r.Values("parties")))];
    }

    internal IReadOnlyList<Accord> Accords { get; } = [];

    /// <summary><c>accord</c>, <c>truce</c>, <c>paper</c>, <c>not</c>, or null for other words.</summary>
    internal string? Use(string lemma) => nouns.GetValueOrDefault(lemma);

    internal (AgreementStatus Status, Why Why)? Status(string word, string place) => statuses.TryGetValue((word, place), out var found) ? found : null;

    // Laws, rulings and talks are named alike but have no parties.
    private static bool IsAccord(KnowledgeRow row) => row["kind"] is not ("law" or "ruling" or "initiative" or "talks" or "resolution");

    private static AgreementStatus StatusOf(KnowledgeRow row) =>
        Enum.TryParse<AgreementStatus>(row["status"].Replace(" ", "", StringComparison.Ordinal), true, out var status) ? status : throw row.Wrong($"'{row["status"]}' is no status of an agreement");
}
