using Readout.Syntax;

namespace Readout.Figures;

/// <summary>What a number counts.</summary>
/// <param name="Head">Index of the noun, or of the number where there is none.</param>
/// <param name="First">Index of the first word after the number.</param>
/// <param name="Span">The number with the noun.</param>
internal readonly record struct Counted(int Head, int First, TextSpan Span, string? Unit);

/// <summary>Finds the noun that a number belongs to and the words that name the unit.</summary>
internal sealed class CountedPhrase(Parse parse, Quantity quantity, List<(TextSpan Span, string? State)> states, FigureKnowledge knowledge)
{
    /// <summary>"On Friday 12 people": the name before the number is that of a day.</summary>
    public bool IsAfterTime { get; init; }

    public Counted? Read()
    {
        var (first, last) = Words();
        if (first < 0) return null;
        if (quantity.Currency is { } currency) return Money(last, currency);
        if (Noun(first, last) is { } head) return IsNoCount(first, last, head) ? null : new Counted(head, last + 1, quantity.Number.Cover(Extent(head)), Unit(last + 1, head));
        return quantity.Value > 1 && IsLossOfPeople(first, last) ? new Counted(last, last + 1, quantity.Number, null) : null;
    }

    // First and last word of the number.
    private (int First, int Last) Words()
    {
        int first = -1, last = -1;
        for (var i = 0; i < parse.Count; i++)
        {
            if (!parse[i].Span.Overlaps(quantity.Number)) continue;
            if (first < 0) first = i;
            last = i;
        }
        return (first, last);
    }

    // The head of the number, climbing out of the number itself; it must follow: "Article 5" counts nothing.
    private int? Noun(int first, int last)
    {
        var at = last;
        while (at >= first && at <= last && parse[at].Deprel is Deprel.Compound or Deprel.Flat or Deprel.Nummod or Deprel.Fixed or Deprel.Advmod or Deprel.Goeswith) at = parse[at].Head;
        if (at > last && IsNoun(at)) return at;
        // "Dozens" and "percent" carry their thing behind "of"; a number that heads the phrase counts what its "of" names.
        if (last + 1 < parse.Count && parse.Form(last + 1) is "%") return last + 1;
        return first <= at && at <= last && OfWhat(at) is { } part ? part : Ahead(last);
    }

    private bool IsNoun(int at) => parse[at].Upos is Upos.Noun or Upos.Propn or Upos.Sym;

    private int? OfWhat(int at)
    {
        foreach (var child in parse.Children(at))
            if (parse[child].Deprel == Deprel.Nmod && IsNoun(child) && parse.Child(child, Deprel.Case) is >= 0 and var marker && parse[marker].Lemma == "of") return child;
        return null;
    }

    // Where the tree is wrong: the plural noun that follows over adjectives at once.
    private int? Ahead(int last)
    {
        for (var i = last + 1; i < Math.Min(parse.Count, last + 4); i++)
        {
            if (parse[i].Xpos is "NNS") return i;
            if (parse[i].Upos is not (Upos.Adj or Upos.Noun or Upos.Propn)) return null;
        }
        return null;
    }

    private bool IsNoCount(int first, int last, int head) => IsNamed(head) || IsOnlyOne(last, head) || IsModel(first, head) || IsRate(first, last, head) || IsHyphened(head);

    // Boeing 707 cargo plane, the 737 Max; but "in Baghdad 40 people": what is counted stands in the plural.
    private bool IsModel(int first, int head) =>
        parse[head].Xpos == "NNP" ? !states.Exists(s => s.Span.Contains(parse[head].Span))
        : parse[head].Xpos == "NN" && first > 0 && !IsAfterTime && char.IsUpper(parse.Form(first - 1)[0]) && quantity.Span.Start == quantity.Number.Start;

    // Three per 100,000 people.
    private bool IsRate(int first, int last, int head)
    {
        for (var i = Math.Max(0, first - 1); i < head; i++)
            if ((i < first || i > last) && parse[i].Lemma == "per") return true;
        return false;
    }

    // A 10 percentage-point rise.
    private bool IsHyphened(int head) => parse[head].Span.End < parse.Text.Length && parse.Text[parse[head].Span.End] == '-' || head > 0 && parse.Form(head - 1) is "-";

    // The Group of Seven: names count nothing.
    private bool IsNamed(int head)
    {
        foreach (var name in parse.Names)
            if (parse.SpanOf(name.Start, name.End) is var span && span.Contains(quantity.Number) && span.Contains(parse[head].Span)) return true;
        return false;
    }

    // "One" counts people and things that news counts, not "one reason".
    private bool IsOnlyOne(int last, int head) =>
        quantity.Value == 1 && (!knowledge.IsLone(parse[head].Lemma) || last + 1 < parse.Count && parse[last + 1].Lemma == "of");

    private bool IsLossOfPeople(int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (parse[i].Head is >= 0 and var head && (head < first || head > last))
                return parse[i].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Conj or Deprel.Obl && knowledge.IsLoss(parse[head].Lemma) || knowledge.IsLoss(After(last));
        return knowledge.IsLoss(After(last));
    }

    private string After(int last) => last + 1 < parse.Count ? parse[last + 1].Lemma : "";

    private TextSpan Extent(int head)
    {
        var span = knowledge.IsMeasure(parse[head].Lemma) && OfWhat(head) is { } thing ? parse[head].Span.Cover(parse[thing].Span) : parse[head].Span;
        foreach (var child in parse.Children(head))
            if (child > head && parse[child].Deprel is Deprel.Compound or Deprel.Flat) span = span.Cover(parse[child].Span);
        return span;
    }

    private string? Unit(int from, int head)
    {
        if (parse.Form(head) is "%") return "percent";
        // "12 of the 30 hostages": the unit begins after "of the".
        while (from < head && parse[from].Upos is Upos.Adp or Upos.Det or Upos.Pron) from++;
        var words = new List<string>();
        for (var i = from; i <= head; i++)
            if (!IsLeftOut(i, head)) words.Add(parse.Form(i).ToString());
        if (words.Count == 0) return null;
        return knowledge.IsMeasure(parse[head].Lemma) && OfWhat(head) is { } thing ? $"{string.Join(' ', words)} of {Phrase(thing)}" : string.Join(' ', words);
    }

    private bool IsLeftOut(int word, int head) =>
        word != head && (knowledge.IsUnsaid(parse[word].Lemma) || parse[word].Upos is Upos.Punct or Upos.Det or Upos.Part or Upos.Adv or Upos.Num || IsNationality(word));

    // "American" and "U.S.": the figure says it in its own field. A name of another kind stays ("Patriot missiles").
    private bool IsNationality(int word)
    {
        var token = parse[word];
        return token.Upos is Upos.Adj or Upos.Propn or Upos.Noun && states.Exists(s => s.Span.Contains(token.Span));
    }

    private Counted Money(int last, string currency)
    {
        var marker = last + 1;
        if (marker >= parse.Count || parse[marker].Lemma != "in" || parse[marker].Head is not (>= 0 and var thing) || thing <= marker || parse[thing].Upos != Upos.Noun)
            return new Counted(last, marker, quantity.Number, currency);
        return new Counted(last, marker, quantity.Number.Cover(parse[thing].Span), $"{currency} in {Phrase(thing)}");
    }

    // The noun with the words before it that belong to it, without determiners.
    private string Phrase(int head)
    {
        var from = head;
        foreach (var child in parse.Children(head))
            if (child < from && parse[child].Deprel is Deprel.Amod or Deprel.Compound) from = child;
        return parse.SpanOf(from, head + 1).In(parse.Text);
    }
}
