using Readout.Names;

namespace Readout.Training;

/// <summary>A sentence with a name tag (of <see cref="NameTags"/>) for each word; -1 where the source does not say.</summary>
internal sealed record NamedSentence(string Document, string[] Words, int[] Tags);

/// <summary>Reads the name corpora in their column format and brings their kinds to ours.</summary>
internal static class NameFiles
{
    private static readonly Dictionary<string, NameKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PER"] = NameKind.Person,
        ["Person"] = NameKind.Person,
        ["politician"] = NameKind.Person,
        ["ORG"] = NameKind.Organisation,
        ["Organization"] = NameKind.Organisation,
        ["organisation"] = NameKind.Organisation,
        ["politicalparty"] = NameKind.Organisation,
        ["LOC"] = NameKind.Location,
        ["Location"] = NameKind.Location,
        ["Facility"] = NameKind.Location,
        ["country"] = NameKind.Location,
        ["MISC"] = NameKind.Misc,
        ["Misc"] = NameKind.Misc,
        ["NORP"] = NameKind.Misc,
        ["Product"] = NameKind.Misc,
        ["election"] = NameKind.Misc,
        ["event"] = NameKind.Misc,
    };

    /// <summary>Column files: word first, tag last, sentences apart by empty lines. Kinds we do not know (dates, money) are outside.</summary>
    public static IEnumerable<NamedSentence> Read(string path)
    {
        var document = "";
        var words = new List<string>();
        var tags = new List<string>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# doc", StringComparison.Ordinal)) document = line;
            else if (line.Trim().Length > 0 && line.Split('\t', ' ') is { Length: > 1 } cells)
            {
                words.Add(cells[0]);
                tags.Add(cells[^1]);
            }
            else if (words.Count > 0)
            {
                yield return new NamedSentence(document, [.. words], Convert(tags));
                words.Clear();
                tags.Clear();
            }
        }
    }

    // An inside after something of another kind begins a name (some sources write IO only).
    private static int[] Convert(List<string> tags)
    {
        var result = new int[tags.Count];
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Length < 3 || !Kinds.TryGetValue(tags[i][2..], out var kind)) continue;
            var goesOn = tags[i][0] == 'I' && i > 0 && result[i - 1] > 0 && NameTags.Kind(result[i - 1]) == kind;
            result[i] = goesOn ? NameTags.Inside(kind) : NameTags.Begin(kind);
        }
        return result;
    }

    /// <summary>A source without other names says nothing about capitalised words it leaves outside.</summary>
    public static NamedSentence WithoutMisc(NamedSentence sentence)
    {
        var tags = sentence.Tags.ToArray();
        for (var i = 1; i < tags.Length; i++)
            if (tags[i] == NameTags.Outside && char.IsUpper(sentence.Words[i][0])) tags[i] = -1;
        return sentence with { Tags = tags };
    }
}
