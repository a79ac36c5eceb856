using System.Globalization;
using Readout.Loading;
using Readout.Names;

namespace Readout.Syntax;

/// <summary>What follows an abbreviation, from knowledge/language/abbreviations.tsv.</summary>
internal enum AbbreviationKind
{
    None,
    Title,
    Number,
    Place,
    Unit,
    Other,
}

/// <summary>The word lists of tokenizer and sentence splitter.</summary>
internal sealed class LanguageRules
{
    private readonly Dictionary<string, AbbreviationKind> abbreviations = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> tens = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> syllables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> contractions = new(StringComparer.OrdinalIgnoreCase);

    private LanguageRules(KnowledgeFolder folder)
    {
        Names = new NameRules(folder);
        foreach (var row in folder.Table("language/abbreviations.tsv").Rows)
            abbreviations[row["form"]] = Enum.TryParse<AbbreviationKind>(row["kind"], true, out var kind) && Enum.IsDefined(kind) ? kind : throw row.Wrong($"knows no kind '{row["kind"]}'");
        foreach (var row in folder.Table("language/hyphens.tsv").Rows)
            (row["kind"] switch { "prefix" => prefixes, "tens" => tens, "name" => syllables, var kind => throw row.Wrong($"knows no kind '{kind}'") }).Add(row["part"]);
        foreach (var row in folder.Table("language/contractions.tsv").Rows)
            contractions[row["form"]] = int.TryParse(row["first"], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first > 0 && first < row["form"].Length ? first : throw row.Wrong($"'{row["first"]}' is no place within '{row["form"]}'");
    }

    internal NameRules Names { get; }

    public static LanguageRules Load(KnowledgeFolder folder) => new(folder);

    internal AbbreviationKind Abbreviation(ReadOnlySpan<char> form) =>
        abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>Letters of the first word of "cannot"; 0 when the form is one word.</summary>
    internal int Contraction(ReadOnlySpan<char> form) =>
        contractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var first) ? first : 0;

    internal bool IsPrefix(ReadOnlySpan<char> part) => prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part);

    internal bool IsTens(ReadOnlySpan<char> part) => tens.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part);

    internal bool IsSyllable(ReadOnlySpan<char> part) => syllables.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part);
}
