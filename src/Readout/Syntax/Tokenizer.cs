using System.Buffers;

namespace Readout.Syntax;

/// <summary>Cuts text into words as the English treebanks of Universal Dependencies do: clitics and hyphens are words, abbreviations keep their stop.</summary>
internal sealed class Tokenizer(LanguageRules rules)
{
    private static readonly SearchValues<char> NotInMail = SearchValues.Create("()[],;/");
    private static readonly string[] Clitics = ["s", "m", "d", "ll", "re", "ve"];

    /// <summary>The words between two offsets, in order, not overlapping; white space and invisible marks belong to none.</summary>
    public IReadOnlyList<TextSpan> Tokens(string text, TextSpan span)
    {
        var tokens = new List<TextSpan>();
        AddTokens(text, span, tokens);
        return tokens;
    }

    internal void AddTokens(string text, TextSpan span, List<TextSpan> tokens)
    {
        var at = span.Start;
        while (at < span.End)
        {
            if (IsGap(text[at])) at++;
            else at = AddToken(new Scan(text, span.Start, span.End), at, tokens);
        }
    }

    internal static bool IsGap(char c) => char.IsWhiteSpace(c) || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or '\uFEFF' || char.IsControl(c);

    // The text with its limits; characters outside are '\0'.
    private readonly record struct Scan(string Text, int Start, int End)
    {
        public char this[int at] => at >= Start && at < End ? Text[at] : '\0';

        public ReadOnlySpan<char> Slice(int from, int to) => Text.AsSpan(from, to - from);

        public bool IsLetter(int at) => char.IsLetter(this[at]) || char.IsSurrogate(this[at]) && IsLetterPair(at) || IsMark(at);

        public int Letters(int at)
        {
            while (IsLetter(at)) at++;
            return at;
        }

        private bool IsMark(int at) => this[at] > '\u02FF' && char.GetUnicodeCategory(this[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

        private bool IsLetterPair(int at)
        {
            var first = char.IsLowSurrogate(this[at]) ? at - 1 : at;
            return char.IsSurrogatePair(this[first], this[first + 1]) && char.IsLetter(Text, first);
        }
    }

    private int AddToken(Scan scan, int at, List<TextSpan> tokens)
    {
        var c = scan[at];
        var end = WebAddress(scan, at);
        if (end == at && char.IsAsciiDigit(c)) end = Number(scan, at);
        if (end == at && scan.IsLetter(at)) return AddWord(scan, at, tokens);
        if (end == at && IsApostrophe(c)) end = Clitic(scan, at);
        if (end == at) end = Symbol(scan, at);
        tokens.Add(new TextSpan(at, end));
        return end;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static int WebAddress(Scan scan, int at)
    {
        if (!scan.IsLetter(at) && !char.IsAsciiDigit(scan[at])) return at;
        if (at > scan.Start && (scan.IsLetter(at - 1) || char.IsAsciiDigit(scan[at - 1]))) return at;
        var end = at;
        var isMail = false;
        while (!IsGap(scan[end]) && scan[end] is not ('<' or '>' or '"' or '”' or '“' or '\0'))
        {
            isMail |= scan[end] == '@' && end > at;
            end++;
        }
        var whole = scan.Slice(at, end);
        var isLink = whole.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || whole.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || whole.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!isLink && !isMail) return at;
        while (end > at && scan[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or '’' or ']') end--;
        return isLink || scan.Slice(at, end) is var mail && mail.IndexOf('@') is > 0 and var sign && mail[sign..].Contains('.') && !mail.ContainsAny(NotInMail) ? end : at;
    }

    // 28,000  3.5  1990s  21st  10:30; digits with letters ("G20" never starts here) stay one word.
    private static int Number(Scan scan, int at)
    {
        var end = at;
        while (char.IsAsciiDigit(scan[end]) || scan[end] is '.' or ',' or ':' && char.IsAsciiDigit(scan[end + 1]) && char.IsAsciiDigit(scan[end - 1])) end++;
        var letters = scan.Letters(end);
        if (letters == end) return end;
        return scan.Slice(end, letters) is "st" or "nd" or "rd" or "th" or "s" || !IsUnit(scan.Slice(end, letters)) ? Mixed(scan, letters) : end;
    }

    private static bool IsUnit(ReadOnlySpan<char> letters) =>
        letters is "am" or "pm" or "AM" or "PM" or "a" or "p" or "bn" or "m" or "tn" or "k" or "km" or "kg" or "mm" or "cm" or "ft" or "lb" or "lbs" or "mph" or "GB" or "MB" or "Hz" or "MW" or "hrs" or "min" or "yr" or "yrs" or "g" or "mg" or "ml" or "oz";

    private static int Mixed(Scan scan, int at)
    {
        while (scan.IsLetter(at) || char.IsAsciiDigit(scan[at])) at++;
        return at;
    }

    private static int Clitic(Scan scan, int at)
    {
        if (at == scan.Start || IsGap(scan[at - 1])) return at;
        var end = scan.Letters(at + 1);
        return IsClitic(scan.Slice(at + 1, end)) ? end : at;
    }

    private static bool IsClitic(ReadOnlySpan<char> letters)
    {
        foreach (var clitic in Clitics)
            if (letters.Equals(clitic, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static int Symbol(Scan scan, int at)
    {
        var c = scan[at];
        var end = at + 1;
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(scan[end])) return EndOfPair(scan, end + 1);
        if (c is '.' or '-' or '*' or '=' or '_' or '~' or '#')
            while (scan[end] == c) end++;
        else if (c is '!' or '?')
            while (scan[end] is '!' or '?') end++;
        else if ((c is '`' && scan[end] == '`') || (c is '\'' && scan[end] == '\'')) end++;
        return end;
    }

    // Emoji of several code points (skin tones, joiners, flags) are one word.
    private static int EndOfPair(Scan scan, int end)
    {
        while (scan[end] is '\u200D' or '\uFE0F' || (char.IsHighSurrogate(scan[end]) && scan[end - 1] == '\u200D')) end += char.IsHighSurrogate(scan[end]) && char.IsLowSurrogate(scan[end + 1]) ? 2 : 1;
        return end;
    }

    private int AddWord(Scan scan, int at, List<TextSpan> tokens)
    {
        var end = Acronym(scan, at);
        if (end == at)
        {
            end = Hyphenated(scan, at, WordEnd(scan, at));
            end = Abbreviated(scan, at, end);
        }
        var cut = Cut(scan, at, end);
        if (cut > at) tokens.Add(new TextSpan(at, cut));
        tokens.Add(new TextSpan(Math.Max(at, cut), end));
        return end;
    }

    // "U.S.", "a.m.": single letters with stops.
    private static int Acronym(Scan scan, int at)
    {
        var end = at;
        while (char.IsLetter(scan[end]) && scan[end + 1] == '.' && !char.IsLetter(scan[end - 1])) end += 2;
        return end - at >= 4 && !scan.IsLetter(end) ? end : at;
    }

    // Letters and digits, with apostrophes inside ("don't", "O'Brien"); a last apostrophe is a word of its own.
    private static int WordEnd(Scan scan, int at)
    {
        var end = Mixed(scan, at);
        while (IsApostrophe(scan[end]) && scan.IsLetter(end + 1)) end = Mixed(scan, end + 1);
        return end;
    }

    private int Hyphenated(Scan scan, int at, int end)
    {
        while (scan[end] == '-' && scan.IsLetter(end + 1))
        {
            var next = WordEnd(scan, end + 1);
            if (!StaysWhole(scan, at, end, next)) break;
            end = next;
        }
        return end;
    }

    private bool StaysWhole(Scan scan, int at, int hyphen, int next)
    {
        var left = scan.Slice(at, hyphen);
        var right = scan.Slice(hyphen + 1, next);
        if (rules.IsPrefix(left) || rules.IsTens(left)) return true;
        if (!char.IsUpper(left[0]) || left.Length > 6 || left.ContainsAny('\'', '’')) return false;
        var bare = right.IndexOfAny('\'', '’') is > 0 and var apostrophe ? right[..apostrophe] : right;
        return rules.IsSyllable(left) && rules.IsSyllable(bare);
    }

    private int Abbreviated(Scan scan, int at, int end)
    {
        if (scan[end] != '.' || scan[end + 1] == '.') return end;
        var word = scan.Slice(at, end);
        var next = scan[end + 1] == ' ' ? scan[end + 2] : scan[end + 1];
        var isSpaced = scan[end + 1] == ' ';
        var keeps = rules.Abbreviation(word) switch
        {
            AbbreviationKind.Title => word[0] is var c && char.IsUpper(c) && (!isSpaced || char.IsUpper(next) || next is '(' or '"' or '“'),
            AbbreviationKind.Number => char.IsDigit(next) || next is ',' or ')' || (word.Length >= 3 && char.IsUpper(word[0]) && !char.IsUpper(next)),
            AbbreviationKind.Unit => isSpaced && !char.IsUpper(next) && next != '\0',
            AbbreviationKind.None => word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' && isSpaced && char.IsUpper(next),
            _ => next is not '\0' || word.Length > 2,
        };
        return keeps ? end + 1 : end;
    }

    /// <summary>Where a clitic begins within a word, or the start when there is none.</summary>
    private int Cut(Scan scan, int at, int end)
    {
        var word = scan.Slice(at, end);
        if (rules.Contraction(word) is > 0 and var first) return at + first;
        var apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe <= 0) return at;
        var tail = word[(apostrophe + 1)..];
        if (tail is "t" or "T" && apostrophe >= 2 && word[apostrophe - 1] is 'n' or 'N') return at + apostrophe - 1;
        return IsClitic(tail) ? at + apostrophe : at;
    }
}
