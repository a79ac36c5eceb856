using System.Text;
using Readout.Loading;

namespace Readout.Pages.Language;

/// <summary>The small words of each language, by which a sentence or two are told.</summary>
internal sealed class SmallWords
{
    private readonly Dictionary<string, List<int>> languages = new(StringComparer.Ordinal);
    private readonly int count;

    public SmallWords(KnowledgeTable table)
    {
        count = table.Rows.Count;
        for (var i = 0; i < count; i++)
            foreach (var word in table.Rows[i].Values("words")) (languages.TryGetValue(word, out var list) ? list : languages[word] = []).Add(i);
    }

    /// <summary>How many words of a text are small words of each language.</summary>
    public int[] Count(string text)
    {
        var counts = new int[count];
        foreach (var (start, end) in Words(text))
            if (languages.TryGetValue(text[start..end].ToLowerInvariant().Replace('’', '\''), out var found))
                foreach (var language in found) counts[language]++;
        return counts;
    }

    /// <summary>The text without the words that a capital letter makes names; the first word of a sentence is kept.</summary>
    public static string WithoutNames(string text)
    {
        var kept = new StringBuilder(text.Length);
        var opens = true;
        var last = 0;
        foreach (var (start, end) in Words(text))
        {
            for (var i = last; i < start; i++) opens |= text[i] is '.' or '!' or '?' or '\n' or '"' or '“';
            if (opens || !text.AsSpan(start, end - start).ContainsAnyInRange('A', 'Z') && !char.IsUpper(text[start])) kept.Append(text, start, end - start);
            kept.Append(' ');
            (opens, last) = (false, end);
        }
        return kept.ToString();
    }

    // Runs of letters; an apostrophe inside one belongs to it.
    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))) i++;
            yield return (start, i);
        }
    }
}
