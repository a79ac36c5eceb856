namespace Readout.World.Visits;

/// <summary>Finds titles with names in the remarks of a journey: "met with President Putin and Foreign Minister Lavrov".</summary>
internal sealed class HostFinder(Actors actors)
{
    // Words of the longest name after a title.
    private const int LongestName = 6;

    public IEnumerable<(string Who, string Of)> Find(string remarks, string country)
    {
        var words = new Words(remarks);
        for (var i = 0; i < words.Count; i++)
        {
            if (Title(words, i) is not { } title || IsSpoken(words, i)) continue;
            var end = NameEnd(words, title.End);
            if (end > title.End) yield return (new TextSpan(words[i].Start, words[end - 1].End).In(remarks), Owner(words, i) ?? country);
            i = Math.Max(i, end - 1);
        }
    }

    private AliasMatch<TitleNoun>? Title(Words words, int start) =>
        char.IsUpper(words.Text[words[start].Start]) && actors.Titles.Longest(words, start) is { } match && match.Targets[0] is { Plural: false, Role: { } role } && actors.IsOffice(role) ? match : null;

    // "the former President", "the funeral of King": no office of that day.
    private bool IsSpoken(Words words, int title) =>
        Enumerable.Range(Math.Max(0, title - 3), Math.Min(3, title)).Any(i => words[i].In(words.Text) is var word && (actors.NameWords.IsFormer(word) || actors.NameWords.IsOfDead(word)));

    // "Iraqi Prime Minister al-Maliki" in a journey to Jordan.
    private string? Owner(Words words, int title)
    {
        for (var start = Math.Max(0, title - 3); start < title; start++)
            if (actors.Longest(words, start) is { } match && match.End == title && IsClose(words, title) && match.Targets[0].Actor is { Kind: not EntityKind.Person, Code: not null } actor) return actor.Name;
        return null;
    }

    private int NameEnd(Words words, int first)
    {
        var end = first;
        while (end < words.Count && end - first < LongestName && IsClose(words, end) && IsOfName(words, end)) end++;
        while (end > first && !char.IsUpper(words.Text[words[end - 1].Start])) end--;
        return end;
    }

    private bool IsOfName(Words words, int i)
    {
        var word = words[i].In(words.Text);
        return actors.NameWords.IsParticle(Fold.Text(word)) || (char.IsUpper(word[0]) && Title(words, i) is null);
    }

    // Only a blank, a hyphen, an apostrophe or the stop of an initial before it.
    private static bool IsClose(Words words, int i)
    {
        var gap = words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
        return gap is " " or "-" or "'" or "’" or " ‘" || (gap is ". " && words[i - 1].Length == 1);
    }
}
