using Readout.Events;
using Readout.Loading;

namespace Readout.Agreements;

/// <summary>An accord known by name.</summary>
/// <param name="Parties">Codes of states and bodies; empty where most states are parties.</param>
internal sealed record Accord(string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Parties);

/// <summary>One name of an accord, in the form in which it is looked up, and its place among all names.</summary>
internal sealed record AccordName(int Order, string Name, Accord Accord)
{
    /// <summary>A name of one word may be a common word in small letters: it must stand as it is written.</summary>
    public bool IsOneWord { get; } = !Name.Contains(' ', StringComparison.Ordinal);
}

/// <summary>What names an accord, which words tell its status, and the accords known by name.</summary>
internal sealed class AgreementBook
{
    private readonly Dictionary<char, AccordName[]> names = [];
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, string Place), (AgreementStatus Status, Why Why)> statuses = [];

    /// <summary>Reads <c>agreements/*.tsv</c> and, where it is there, <c>actors/agreements.tsv</c>. Throws <see cref="KnowledgeException"/> with file and line.</summary>
    public AgreementBook(KnowledgeFolder folder, RuleBook mood)
    {
        Mood = mood;
        foreach (var row in folder.Table("agreements/words.tsv").Rows) nouns[row["word"]] = row["use"];
        foreach (var row in folder.Table("agreements/status.tsv").Rows)
            statuses[(row["word"], row["place"])] = (StatusOf(row), row.Why("agreement-status"));
        if (folder.Has("actors/agreements.tsv"))
        {
            var codes = folder.Has("actors/organisations.tsv") ? folder.Table("actors/organisations.tsv").Rows.Where(r => r["code"].Length > 0).GroupBy(r => r["id"]).ToDictionary(g => g.Key, g => g.First()["code"], StringComparer.Ordinal) : [];
            Accords = [.. folder.Table("actors/agreements.tsv").Rows.Where(IsAccord).Select(r => new Accord(r["name"], [.. r.Values("aliases").Prepend(r["name"]).Select(NameForm)], [.. r.Values("parties").Select(p => codes.GetValueOrDefault(p, p))]))];
            names = Accords.SelectMany(a => a.Aliases.Select(n => (Name: n, Accord: a))).Index().Where(n => n.Item.Name.Length > 0)
                .Select(n => new AccordName(n.Index, n.Item.Name, n.Item.Accord)).GroupBy(n => char.ToLowerInvariant(n.Name[0])).ToDictionary(g => g.Key, g => g.ToArray());
        }
    }

    /// <summary>Whose words tell negation, mood and tense.</summary>
    internal RuleBook Mood { get; }

    /// <summary>Small letters, dashes as blanks; every character stays where it is.</summary>
    internal static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++) to[i] = from[i] is '-' or '–' or '‑' or '\n' or '\u00a0' ? ' ' : char.ToLowerInvariant(from[i]);
    });

    // Names of several words are looked up folded, others as they are written.
    private static string NameForm(string name) => name.Contains(' ', StringComparison.Ordinal) ? Fold(name) : name;

    internal IReadOnlyList<Accord> Accords { get; } = [];

    /// <summary>The names that begin with a letter, by the small form of it, with their place in the order of all names.</summary>
    internal ReadOnlySpan<AccordName> NamesBy(char letter) => names.TryGetValue(char.ToLowerInvariant(letter), out var found) ? found : [];

    /// <summary><c>accord</c>, <c>truce</c>, <c>paper</c>, <c>not</c>, or null for other words.</summary>
    internal string? Use(string lemma) => nouns.GetValueOrDefault(lemma);

    internal (AgreementStatus Status, Why Why)? Status(string word, string place) => statuses.TryGetValue((word, place), out var found) ? found : null;

    // Laws, rulings and talks are named alike but have no parties.
    private static bool IsAccord(KnowledgeRow row) => row["kind"] is not ("law" or "ruling" or "initiative" or "talks" or "resolution");

    private static AgreementStatus StatusOf(KnowledgeRow row) =>
        Enum.TryParse<AgreementStatus>(row["status"].Replace(" ", "", StringComparison.Ordinal), true, out var status) ? status : throw row.Wrong($"'{row["status"]}' is no status of an agreement");
}
