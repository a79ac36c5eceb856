namespace Readout.World;

/// <summary>How persons' names are taken apart and compared.</summary>
internal static class PersonName
{
    /// <summary>The folded surnames under which a person may be named alone: the last name, with its particles, and the family name where it stands first.</summary>
    public static List<string> Surnames(string name, string? state, NameWords forms)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Folding keeps every letter in its place.
        var folded = Array.ConvertAll(words, w => Fold.Text(w));
        var last = words.Length - 1;
        while (last > 0 && forms.IsSuffix(folded[last])) last--;
        if (last < 0) return [];
        var found = new List<string> { folded[last] };
        if (forms.IsFamilyFirst(state) && last > 0) found.Add(folded[0]);
        if (words[last].LastIndexOf('-') is > 2 and var hyphen && hyphen + 3 < words[last].Length && char.IsUpper(words[last][hyphen + 1])) found.Add(folded[last][(hyphen + 1)..]);
        if (HasArticle(words[last])) found.Add(folded[last][3..]);
        for (var i = last - 1; i > 0 && forms.IsParticle(folded[i]); i--) found.Add(string.Join(' ', folded, i, last - i + 1));
        return found;
    }

    /// <summary>Is the shorter a way to write the longer: the same last word and agreeing first letters, or a subset of its words?</summary>
    public static bool Agrees(string shorter, string longer) => Agrees(Parts(shorter), Parts(longer));

    public static bool Agrees(string[] few, string[] many)
    {
        if (few.Length == 0 || few.Length > many.Length) return false;
        return few.All(w => many.Any(m => m == w || (w.Length == 1 && m.StartsWith(w, StringComparison.Ordinal)))) && (few.Length > 1 || few[0] == many[^1] || few[0] == many[0]);
    }

    /// <summary>Equal but for one letter in a word of five or more, a common misspelling ("Anthony" for "Antony").</summary>
    public static bool NearlyEqual(string a, string b) => NearlyEqual(Parts(a), Parts(b));

    public static bool NearlyEqual(string[] left, string[] right)
    {
        if (left.Length != right.Length) return false;
        var differences = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i]) continue;
            if (Math.Min(left[i].Length, right[i].Length) < 5 || !OneEdit(left[i], right[i]) || ++differences > 1) return false;
        }
        return true;
    }

    /// <summary>May the two be ways to write one name?</summary>
    public static bool Same(string[] written, string[] known) =>
        Agrees(written, known) || Agrees(known, written) || NearlyEqual(written, known);

    /// <summary>The folded words of a name; marks and "Jr." tell nobody apart.</summary>
    public static string[] Parts(string name)
    {
        var parts = Fold.Text(name).Replace('-', ' ').Split([' ', '.', ',', '\'', '’', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts[^1] is "jr" or "sr" ? parts[..^1] : parts;
    }

    private static bool HasArticle(string word) =>
        word.Length > 4 && (word.StartsWith("al-", StringComparison.OrdinalIgnoreCase) || word.StartsWith("el-", StringComparison.OrdinalIgnoreCase));

    private static bool OneEdit(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (b.Length - a.Length > 1) return false;
        var i = 0;
        while (i < a.Length && a[i] == b[i]) i++;
        return a.Length == b.Length ? a[(i + 1)..] == b[(i + 1)..] : a[i..] == b[(i + 1)..];
    }
}
