using System.Text;
using Readout.Loading;

namespace Readout.Pages.Decoding;

/// <summary>The labels by which pages name character sets, from <c>knowledge/pages/charsets.tsv</c>.</summary>
internal sealed class CharsetNames
{
    private readonly Dictionary<string, Encoding> encodings;

    public CharsetNames(KnowledgeTable table) =>
        encodings = table.By("label", Known, StringComparer.OrdinalIgnoreCase);

    public Encoding? Encoding(string? label) => label is null ? null : encodings.GetValueOrDefault(label.Trim().Trim('"', '\''));

    private static Encoding Known(KnowledgeRow row)
    {
        var name = row["name"];
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw row.Wrong($"names the character set '{name}', which .NET does not know");
        }
    }
}
