namespace Readout.Phrases;

/// <summary>Finds numbers in digits and words, and what kinds of number a token can be in a date.</summary>
internal sealed class NumberReader
{
    /// <summary>Categories that come from the shape of digits rather than from a list.</summary>
    public static readonly string[] Categories = ["number", "digits", "year", "year2", "plural", "ordinal", "day", "month-number", "hour", "sixty", "date8"];

    private readonly int number, modern, old, digits, year, year2, plural, ordinal, day, monthNumber, hour, sixty, date8, small, tens, scale, plain;
    private readonly PhraseWord? hyphen, and, slash, a;

    public NumberReader(PhraseLexicon lexicon)
    {
        (number, digits, year, year2, plural, ordinal) = (lexicon.Id("number"), lexicon.Id("digits"), lexicon.Id("year"), lexicon.Id("year2"), lexicon.Id("plural"), lexicon.Id("ordinal"));
        (modern, old) = (lexicon.Id("modern"), lexicon.Id("old"));
        (day, monthNumber, hour, sixty, date8) = (lexicon.Id("day"), lexicon.Id("month-number"), lexicon.Id("hour"), lexicon.Id("sixty"), lexicon.Id("date8"));
        (small, tens, scale, plain) = (lexicon.Id("small"), lexicon.Id("tens"), lexicon.Id("scale"), lexicon.Id(""));
        (hyphen, and, slash, a) = (lexicon.Add("-"), lexicon.Add("and"), lexicon.Add("/"), lexicon.Add("a"));
    }

    public void Read(List<PhraseToken> tokens, int at, Action<PhraseEdge> add)
    {
        var token = tokens[at];
        if (token.Shape == TokenShape.Ordinal && token.Number is > 0 and < 10000) add(Edge(ordinal, at, at + 1, token.Number));
        else if (token.Shape == TokenShape.Plural && token.Number % 10 == 0 && (token.Digits == 2 || token.Number is >= 1000 and < 2200)) add(Edge(plural, at, at + 1, token.Number, token.Digits == 4 ? "4" : "2"));
        else if (token.Shape == TokenShape.Digits) ReadDigits(tokens, at, token, add);
        else if (token.Word is { Senses.Count: > 0 } || token.Word == a) ReadWords(tokens, at, add);
    }

    private PhraseEdge Edge(int category, int start, int end, decimal value, string? text = null) =>
        new() { Category = category, Grain = plain, Start = start, End = end, Number = value, Value = text };

    // A bare "1789" is a year only in some places, a bare "1989" in most.
    private PhraseEdge Year(int start, int end, decimal value) =>
        new() { Category = year, Grain = value is >= 1900 and < 2100 ? modern : old, Start = start, End = end, Number = value };

    private void ReadDigits(List<PhraseToken> tokens, int at, PhraseToken token, Action<PhraseEdge> add)
    {
        var (value, end) = ReadScaled(tokens, at, token.Number);
        add(Edge(number, at, end, value));
        var n = token.Number;
        if (token.Digits == 0) return;
        add(Edge(digits, at, at + 1, n));
        if (token.Digits == 8) add(Edge(date8, at, at + 1, n));
        if (token.Digits == 4 && n is >= 1000 and < 2200) add(Year(at, at + 1, n));
        if (token.Digits > 2) return;
        if (token.Digits == 2) add(Edge(year2, at, at + 1, n));
        if (n is >= 1 and <= 31) add(Edge(day, at, at + 1, n));
        if (n is >= 1 and <= 12) add(Edge(monthNumber, at, at + 1, n));
        if (n <= 24) add(Edge(hour, at, at + 1, n));
        if (token.Digits == 2 && n < 60) add(Edge(sixty, at, at + 1, n));
    }

    // 28,000; 1.2 million; 2 1/2
    private (decimal Value, int End) ReadScaled(List<PhraseToken> tokens, int at, decimal value)
    {
        if (at + 3 < tokens.Count && tokens[at + 2].Word == slash && tokens[at + 1].Number == 1 && tokens[at + 3].Number is 2 or 3 or 4 && !tokens[at + 1].Glued)
            return (value + Math.Round(1 / tokens[at + 3].Number, 2), at + 4);
        var next = at + 1 < tokens.Count && tokens[at + 1].Word == hyphen && tokens[at + 1].Glued ? at + 2 : at + 1;
        if (next < tokens.Count && Sense(tokens[next], scale) is { } factor && factor != 12 && value < 1_000_000) return (value * factor, next + 1);
        return (value, at + 1);
    }

    private static decimal? Sense(PhraseToken token, int category)
    {
        if (token.Word is null) return null;
        foreach (var sense in token.Word.Senses)
            if (sense.Category == category) return sense.Number;
        return null;
    }

    // twenty-four; a hundred and thirty million; nineteen ninety-six (a year)
    private void ReadWords(List<PhraseToken> tokens, int at, Action<PhraseEdge> add)
    {
        var (pair, end) = ReadPair(tokens, at);
        if (pair is null && tokens[at].Word != a) return;
        if (pair is >= 16 and <= 20 && ReadPair(tokens, end) is ({ } rest and >= 10, var yearEnd)) add(Year(at, yearEnd, pair.Value * 100 + rest));
        decimal total = 0, current = pair ?? 1;
        var from = pair is null ? at + 1 : end;
        var scaled = false;
        while (from < tokens.Count && Sense(tokens[from], scale) is { } factor)
        {
            scaled = true;
            (total, current) = factor < 1000 ? (total, current * factor) : (total + current * factor, 0);
            (end, from) = (from + 1, from + 1);
            var skip = from < tokens.Count && tokens[from].Word == and ? from + 1 : from;
            if (ReadPair(tokens, skip) is ({ } more, var moreEnd)) (current, end, from) = (current + more, moreEnd, moreEnd);
        }
        if (pair is null && !scaled) return;
        add(Edge(number, at, end, total + current));
        if (total + current is >= 2000 and < 2100 && total == 2000) add(Year(at, end, total + current));
    }

    // Up to ninety-nine.
    private (decimal? Value, int End) ReadPair(List<PhraseToken> tokens, int at)
    {
        if (at >= tokens.Count) return (null, at);
        if (Sense(tokens[at], tens) is not { } ten) return (Sense(tokens[at], small), at + 1);
        var next = at + 1 < tokens.Count && tokens[at + 1].Word == hyphen ? at + 2 : at + 1;
        return next < tokens.Count && Sense(tokens[next], small) is { } one and > 0 and < 10 ? (ten + one, next + 1) : (ten, at + 1);
    }
}
