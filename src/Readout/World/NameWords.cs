using Readout.Loading;

namespace Readout.World;

/// <summary>Small words of names and offices (knowledge/actors/name-words.tsv), folded.</summary>
internal sealed class NameWords
{
    private readonly HashSet<(string Class, string Form)> words;

    public NameWords(KnowledgeFolder folder) => words = [.. folder.Table("actors/name-words.tsv").Rows.Select(r => (r["class"], r["form"])), .. Locatives(folder)];

    private static IEnumerable<(string, string)> Locatives(KnowledgeFolder folder) => folder.Table("places/words.tsv").Rows.Where(r => r["class"] == "locative").Select(r => ("locative", r["form"]));

    public bool IsParticle(string folded) => words.Contains(("particle", folded));

    public bool IsSuffix(string folded) => words.Contains(("suffix", folded.Trim('.')));

    /// <summary>Are names of this state usually written family name first in English news?</summary>
    public bool IsFamilyFirst(string? state) => state is not null && words.Contains(("family-first", state));

    public bool IsFormer(string word) => words.Contains(("former", word.ToLowerInvariant()));

    /// <summary>"funeral": the person whose title follows is dead.</summary>
    public bool IsOfDead(string word) => words.Contains(("of-dead", word.ToLowerInvariant()));

    /// <summary>"administration" in "the Biden administration".</summary>
    public bool IsGovernment(string word) => words.Contains(("government", word));

    /// <summary>May a person of this sector be taken for one of the article's state?</summary>
    public bool IsLocal(string sector) => words.Contains(("local", sector));

    /// <summary>May a group of this sector be taken for one of the article's state?</summary>
    public bool IsResident(string sector) => words.Contains(("resident", sector));

    /// <summary>"group" in "a group of tourists".</summary>
    public bool IsPartitive(string word) => words.Contains(("partitive", word.ToLowerInvariant()));

    /// <summary>A state whose head of state is named without it.</summary>
    public bool IsGreatPower(string state) => words.Contains(("great-power", state));

    /// <summary>"receive": whoever does it and whom are together.</summary>
    public bool IsMeeting(string verb) => words.Contains(("meeting", verb));

    /// <summary>"Typhoon": the name behind it is no person's.</summary>
    public bool IsThing(string word) => words.Contains(("thing", word));

    /// <summary>'m' or 'f' of a form of address ("Mr", "Sister"); '?' of another word.</summary>
    public char Gender(string word) => words.Contains(("he", word)) ? 'm' : words.Contains(("she", word)) ? 'f' : '?';

    /// <summary>"spokeswoman", "Congressman".</summary>
    public char GenderOfTitle(string title)
    {
        var last = title[(title.LastIndexOf(' ') + 1)..];
        return last.EndsWith("woman", StringComparison.Ordinal) ? 'f' : last.EndsWith("man", StringComparison.Ordinal) && last.Length > 4 ? 'm' : Gender(last);
    }

    /// <summary>Is a noun of this role no office that a person holds ("company", "victim")?</summary>
    public bool IsNoOffice(string? role) => role is null || words.Contains(("no-office", role));

    /// <summary>Is a name after this preposition or verb the place, not its government?</summary>
    public bool IsLocative(string lemma) => words.Contains(("locative", lemma));
}
