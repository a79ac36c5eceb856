using Readout.Loading;

namespace Readout.Statements;

/// <summary>A phrase that attributes the clause beside it to the noun behind it: "according to", "in the words of".</summary>
/// <param name="Words">Lower-case words; <c>*</c> stands for a possessive source ("in <i>his</i> words").</param>
internal sealed record SourcePhrase(string Lemma, IReadOnlyList<string> Words, StatementAct Act, Why Why)
{
    /// <summary>Index of the possessive source among the words; -1 when the source follows the phrase.</summary>
    public int Possessive { get; } = Words.ToList().IndexOf("*");

    public static SourcePhrase Read(KnowledgeRow row)
    {
        if (!Enum.TryParse<StatementAct>(row["act"], ignoreCase: true, out var act)) throw row.Wrong($"unknown act '{row["act"]}'");
        if (row["phrase"].Length == 0) throw row.Wrong("has no phrase");
        return new SourcePhrase(row["phrase"], row["phrase"].Split(' ', StringSplitOptions.RemoveEmptyEntries), act, row.Why(row["phrase"]));
    }
}
