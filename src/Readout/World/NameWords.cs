using Readout.Loading;

namespace Readout.World;

/// <summary>Small words of names and offices (knowledge/actors/name-words.tsv), folded.</summary>
internal sealed class NameWords
{
    private readonly Dictionary<string, HashSet<string>> words = new(StringComparer.Ordinal);

    public NameWords(KnowledgeFolder folder)
    {
        foreach (var row in folder.Table("actors/name-words.tsv").Rows) Add(row["class"], row["form"]);
        foreach (var row in folder.Table("places/words.tsv").Rows)
            if (row.Cell("class") is "locative") Add("locative", row["form"]);
    }

    private void Add(string kind, string form)
    {
        if (!words.TryGetValue(kind, out var forms)) words[kind] = forms = new(StringComparer.Ordinal);
        forms.Add(form);
    }

    private bool Has(string kind, ReadOnlySpan<char> form) => words.TryGetValue(kind, out var forms) && forms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    public bool IsParticle(ReadOnlySpan<char> folded) => Has("particle", folded);

    public bool IsSuffix(ReadOnlySpan<char> folded) => Has("suffix", folded.Trim('.'));

    /// <summary>Are names of this state usually written family name first in English news?</summary>
    public bool IsFamilyFirst(string? state) => state is not null && Has("family-first", state);

    public bool IsFormer(string word) => Has("former", word.ToLowerInvariant());

    /// <summary>"funeral": the person whose title follows is dead.</summary>
    public bool IsOfDead(string word) => Has("of-dead", word.ToLowerInvariant());

    /// <summary>"administration" in "the Biden administration".</summary>
    public bool IsGovernment(string word) => Has("government", word);

    /// <summary>May a person of this sector be taken for one of the article's state?</summary>
    public bool IsLocal(string sector) => Has("local", sector);

    /// <summary>May a group of this sector be taken for one of the article's state?</summary>
    public bool IsResident(string sector) => Has("resident", sector);

    /// <summary>"group" in "a group of tourists".</summary>
    public bool IsPartitive(string word) => Has("partitive", word.ToLowerInvariant());

    /// <summary>A state whose head of state is named without it.</summary>
    public bool IsGreatPower(string state) => Has("great-power", state);

    /// <summary>"receive": whoever does it and whom are together.</summary>
    public bool IsMeeting(string verb) => Has("meeting", verb);

    /// <summary>"Typhoon": the name behind it is no person's.</summary>
    public bool IsThing(string word) => Has("thing", word);

    /// <summary>A word of honour behind "His" or "Her": "Holiness", "Majesty".</summary>
    public bool IsHonour(string word) => Has("honour", word);

    /// <summary>'m' or 'f' of a form of address ("Mr", "Sister"); '?' of another word.</summary>
    public char Gender(string word) => Has("he", word) ? 'm' : Has("she", word) ? 'f' : '?';

    /// <summary>"spokeswoman", "Congressman".</summary>
    public char GenderOfTitle(string title)
    {
        var last = title[(title.LastIndexOf(' ') + 1)..];
        return last.EndsWith("woman", StringComparison.Ordinal) ? 'f' : last.EndsWith("man", StringComparison.Ordinal) && last.Length > 4 ? 'm' : Gender(last);
    }

    /// <summary>Is a noun of this role no office that a person holds ("company", "victim")?</summary>
    public bool IsNoOffice(string? role) => role is null || Has("no-office", role);

    /// <summary>Is a name after this preposition or verb the place, not its government?</summary>
    public bool IsLocative(string lemma) => Has("locative", lemma);
}
