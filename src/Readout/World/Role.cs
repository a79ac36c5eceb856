namespace Readout.World;

/// <summary>An entity while its mentions are being gathered.</summary>
internal sealed class Role(string id, EntityKind kind, string name, Why why)
{
    private string written = name;
    private string[]? parts, nameParts;

    public string Id { get; set; } = id;

    public EntityKind Kind { get; } = kind;

    /// <summary>The fullest name so far; of a known actor the knowledge's.</summary>
    public string Name { get; } = name;

    /// <summary>The name as this article writes it, which later short forms are compared with.</summary>
    public string Written
    {
        get => written;
        set => (written, parts) = (value, null);
    }

    public string[] WrittenParts => parts ??= PersonName.Parts(written);

    public string[] NameParts => nameParts ??= PersonName.Parts(Name);

    public string? Code { get; set; }

    public string? Sector { get; set; }

    public string? Office { get; set; }

    /// <summary>Where it lies, of states and places.</summary>
    public Place? Place { get; set; }

    public TitleNoun? Title { get; set; }

    public Actor? Actor { get; init; }

    public Why Why { get; set; } = why;

    /// <summary>'m', 'f' or unknown, from titles and names as the article gives them.</summary>
    public char Gender { get; set; } = '?';

    /// <summary>Sorted by place in the text.</summary>
    public List<CastMention> Mentions { get; } = [];

    /// <summary>Start of the last mention that ends before a position; -1 when there is none.</summary>
    public int LastBefore(int position)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? -1 : Mentions[low - 1].Span.Start;
    }
}
