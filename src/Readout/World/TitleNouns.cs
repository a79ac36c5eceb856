using Readout.Loading;

namespace Readout.World;

/// <summary>What a title or agent noun says of its bearer: PLOVER sector, role, number.</summary>
/// <param name="Role">Such as <c>foreign_minister</c>; null when the noun names no office.</param>
internal sealed record TitleNoun(string Phrase, string? Sector, bool Plural, string? Role, Why Why);

/// <summary>Titles and agent nouns (knowledge/actors/sectors.tsv), found in a text, longest first.</summary>
internal sealed class TitleNouns
{
    private readonly AliasTrie<TitleNoun> trie = new();

    public TitleNouns(KnowledgeTable table)
    {
        foreach (var row in table.Rows)
            trie.Add(row["phrase"], new TitleNoun(row["phrase"], row.OrNull("sector"), row["number"] == "p", row.OrNull("role"), row.Why("title")));
    }

    public AliasMatch<TitleNoun>? Longest(Words words, int start) => trie.Longest(words, start);
}
