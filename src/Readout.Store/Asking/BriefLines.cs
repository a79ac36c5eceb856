using System.Text.RegularExpressions;
using Readout.Store.Acts;

namespace Readout.Store.Asking;

/// <summary>The lines of one brief: takes what is worth reading and says nothing twice, whatever the wording and the section.</summary>
internal sealed partial class BriefLines
{
    // Sentences that share so much of the shorter one's words tell of the same.
    private const double SameWords = 0.55;
    private const int ShortestSentence = 25, LongestSentence = 420;

    private readonly List<(HashSet<string> Words, Citation Citation)> told = [];
    private readonly HashSet<string> acts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Day, string Parties)> encounters = [];

    /// <summary>A sentence that a reader understands by itself: of fair length, with a subject that is named, not a speaker's "I" and "we" without the speaker.</summary>
    public static bool Stands(string sentence)
    {
        var text = sentence.Trim();
        if (text.Length is < ShortestSentence or > LongestSentence || text[^1] is ':' or '?' or '…' || text.Contains("(Photo", StringComparison.Ordinal)) return false;
        var spoken = Quoted().Replace(text, "");
        return !Speaker().IsMatch(spoken) && !Label().IsMatch(text) && !Pointing().IsMatch(text);
    }

    /// <summary>Takes an event; false when it was told before.</summary>
    public bool Take(FoundEvent found)
    {
        if (!acts.Add(found.Act)) return false;
        // Two people who met on a day are told once, however many passages and words there are for it.
        var day = found.Date ?? found.Citation.Published ?? "";
        if (found.Type is "CONSULT" or "AGREE" && !encounters.Add((day, string.Join('|', found.Actors.Concat(found.Recipients).Select(p => p.Code ?? p.Id).Distinct().Order(StringComparer.Ordinal))))) return false;
        return Take(found.Sentence, found.Citation with { Span = found.SentenceSpan });
    }

    /// <summary>Takes words at a place; false when they were told before.</summary>
    public bool Take(string sentence, Citation citation)
    {
        var words = AllWords(sentence);
        if (told.Any(t => (t.Citation.Article == citation.Article && t.Citation.Span.Overlaps(citation.Span)) || ActWords.Shared(t.Words, words) >= SameWords)) return false;
        told.Add((words, citation));
        return true;
    }

    /// <summary>Words of the sources on one line: no line ends, no marks of lists.</summary>
    public static string Plain(string text) => Dateline().Replace(Numbering().Replace(Blanks().Replace(text.Trim().TrimStart('-', '•', '–', '*', ' '), " ").Trim(), ""), "");

    /// <summary>Words that can be quoted by themselves: they begin a sentence and are no stage direction.</summary>
    public static bool IsQuotable(string words) => words.TrimStart('“', '"', '‘', ' ', '-') is [var first, ..] && (char.IsUpper(first) || char.IsDigit(first)) && !Label().IsMatch(words) && !Courtesy().IsMatch(words) && !words.Contains('?') && words[^1] != ':';

    /// <summary>Whether a sentence leans on the one before: "The Secretary also ..." leaves open which.</summary>
    public static bool Leans(string sentence) => Leaning().IsMatch(sentence);

    // Here names count, too: two sentences about other people are not the same.
    private static HashSet<string> AllWords(string text)
    {
        var words = ActWords.Of(text, 0, text.Length);
        words.UnionWith(Names().Matches(text).Select(m => m.Value.ToUpperInvariant()));
        return words;
    }

    [GeneratedRegex("[“\"][^”\"]*[”\"]?")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(I|we|We|our|Our|us|my|My|me|you|You|your|Your)\b|\bI['’]")]
    private static partial Regex Speaker();

    // "FOREIGN MINISTER PARK: ..." is a transcript, "MR. PRICE:" too.
    [GeneratedRegex(@"^[^a-z]{3,60}:")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(-\s*)?(He|She|They|It|This|That|These|Those|But|And|So|Such|Both|There|Here|His|Her|Their|Its)\b")]
    private static partial Regex Pointing();

    // Greetings, thanks and laughter are what was said, and no news.
    [GeneratedRegex(@"^[“""‘ -]*(Well, |And |So, )?(Thank you|Thanks|Good (morning|afternoon|evening)|Welcome|Hello|Hi,|Congratulations|Happy )|\((Laughter|Applause|Inaudible)", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    // "15. President Putin's war ..." in a statement of numbered points.
    [GeneratedRegex(@"^\d{1,3}[.)] (?=\p{Lu})")]
    private static partial Regex Numbering();

    // "TEHRAN — ", "WASHINGTON, March 7 (AP) - "
    [GeneratedRegex(@"^\p{Lu}{3}[\p{Lu} .,'’]*(, [A-Z][a-z]+\.? \d{1,2}(, \d{4})?)?( \([A-Za-z ]+\))? ?[—–-]+ (?=\p{Lu})")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(-\s*)?(The (two|three|four|leaders?|sides?|ministers?|officials?|presidents?|secretary|deputy|prime|foreign|vice|parties|delegations?|participants?|former|latter|group|statement|agreement|announcement)\b(?! \p{Lu}\p{Ll}+ \p{Lu}))|\balso\b|\bsame day\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"\p{Lu}[\p{L}’'-]+|\d+")]
    private static partial Regex Names();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
