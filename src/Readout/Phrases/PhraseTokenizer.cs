namespace Readout.Phrases;

/// <summary>Cuts text into words, numbers and marks. Every character but white space lands in exactly one token.</summary>
internal ref struct PhraseTokenizer(string text, PhraseLexicon lexicon)
{
    private readonly string text = text;
    private readonly PhraseLexicon lexicon = lexicon;
    private readonly List<PhraseToken> tokens = new(text.Length / 5 + 8);
    private int at;
    private bool glued;

    /// <param name="borders">Starts of blocks, sorted; a blank line is a border too.</param>
    public static List<PhraseToken> Tokenize(string text, IReadOnlyList<int> borders, PhraseLexicon lexicon) =>
        new PhraseTokenizer(text, lexicon).Run(borders);

    private List<PhraseToken> Run(IReadOnlyList<int> borders)
    {
        var border = 0;
        while (SkipSpace())
        {
            if (border < borders.Count && borders[border] <= at)
            {
                while (border < borders.Count && borders[border] <= at) border++;
                AddBorder();
            }
            if (char.IsAsciiDigit(text[at])) ReadDigits();
            else if (char.IsLetter(text[at])) ReadWord();
            else ReadMark();
            glued = true;
        }
        AddBorder();
        return tokens;
    }

    private bool SkipSpace()
    {
        var lines = 0;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            glued = false;
            if (text[at] == '\n') lines++;
        }
        if (lines > 1) AddBorder();
        return at < text.Length;
    }

    private readonly void AddBorder()
    {
        if (tokens.Count > 0 && tokens[^1].Shape != TokenShape.Border)
            tokens.Add(new PhraseToken(new TextSpan(at, at), TokenShape.Border, null, 0, 0, false, false));
    }

    private readonly char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private void Add(int length, TokenShape shape, decimal number = 0, byte digits = 0)
    {
        var word = shape is TokenShape.Word or TokenShape.Mark ? lexicon.Find(text.AsSpan(at, length)) : null;
        tokens.Add(new PhraseToken(new TextSpan(at, at + length), shape, word, number, digits, char.IsUpper(text[at]), glued));
        at += length;
    }

    private void ReadMark()
    {
        var isPossessive = IsApostrophe(text[at]) && Peek(1) is 's' or 'S' && glued && !char.IsLetterOrDigit(Peek(2));
        var isDash = text[at] == '-' && Peek(1) == '-';
        Add(isPossessive || isDash ? 2 : 1, TokenShape.Mark);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private void ReadWord()
    {
        var length = 1;
        while (IsInWord(length)) length++;
        if (length == 1 && Peek(1) == '.' && char.IsLetter(Peek(2))) length = Acronym();
        else if (Peek(length) == '.' && lexicon.Find(text.AsSpan(at, length + 1)) is not null) length++;
        Add(length, TokenShape.Word);
    }

    // don't, o'clock, I'll; but not the possessive 's and not a closing quotation mark.
    private readonly bool IsInWord(int length)
    {
        var c = Peek(length);
        if (char.IsLetter(c)) return true;
        if (!IsApostrophe(c) || !char.IsLetter(Peek(length + 1))) return false;
        return !(Peek(length + 1) is 's' or 'S' && !char.IsLetter(Peek(length + 2)));
    }

    // a.m., U.S., B.C.: letters with a point after each; the last point may be missing.
    private readonly int Acronym()
    {
        var length = 0;
        while (char.IsLetter(Peek(length)) && Peek(length + 1) == '.') length += 2;
        if (char.IsLetter(Peek(length)) && !char.IsLetter(Peek(length + 1))) length++;
        else if (char.IsLetter(Peek(length))) return 1;
        return length;
    }

    private void ReadDigits()
    {
        var length = Run(0);
        byte digits = (byte)Math.Min(length, 99);
        while (length <= 15 && Peek(length) == ',' && Run(length + 1) == 3 && (digits == 0 || digits <= 3)) (length, digits) = (length + 4, 0);
        if (IsDecimal(length)) (length, digits) = (length + 1 + Run(length + 1), 0);
        var number = decimal.TryParse(text.AsSpan(at, length), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0;
        var (ending, shape) = Ending(length);
        Add(length + ending, shape, number, digits);
    }

    // 7.5 but not 18.3.2021, where the point parts a date.
    private readonly bool IsDecimal(int length) =>
        Peek(length) == '.' && Run(length + 1) is > 0 and var places && !(Peek(length + 1 + places) == '.' && char.IsAsciiDigit(Peek(length + 2 + places)))
        && !(tokens.Count > 0 && glued && text[at - 1] == '.');

    private readonly int Run(int from)
    {
        var to = from;
        while (char.IsAsciiDigit(Peek(to))) to++;
        return to - from;
    }

    private readonly (int Length, TokenShape Shape) Ending(int length)
    {
        char a = char.ToLowerInvariant(Peek(length)), b = char.ToLowerInvariant(Peek(length + 1));
        if (!char.IsLetter(Peek(length + 2)) && (a, b) is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h')) return (2, TokenShape.Ordinal);
        if (a == 's' && !char.IsLetterOrDigit(b)) return (1, TokenShape.Plural);
        if (IsApostrophe(a) && b == 's' && !char.IsLetterOrDigit(Peek(length + 2)) && length is 2 or 4 && Peek(length - 1) == '0') return (2, TokenShape.Plural);
        return (0, TokenShape.Digits);
    }
}
