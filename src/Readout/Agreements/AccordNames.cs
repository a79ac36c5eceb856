using System.Text.RegularExpressions;
using Readout.Syntax;

namespace Readout.Agreements;

/// <summary>The names of accords: those known, and those that the article writes with capitals.</summary>
internal sealed class AccordNames
{
    private readonly List<(TextSpan Span, Accord Accord)> found;

    public AccordNames(AgreementBook book, string text)
    {
        var folded = AgreementBook.Fold(text);
        var all = new List<(int Order, TextSpan Span, Accord Accord)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsUpper(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) continue;
            foreach (var name in book.NamesBy(folded[at]))
                if (StandsAt(name, text, folded, at)) all.Add((name.Order, new TextSpan(at, at + name.Name.Length), name.Accord));
        }
        found = [.. all.OrderBy(n => n.Order).Select(n => (n.Span, n.Accord))];
    }

    private static bool StandsAt(AccordName name, string text, string folded, int at) =>
        (name.IsOneWord ? text : folded).AsSpan(at).StartsWith(name.Name, StringComparison.Ordinal) && (at + name.Name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Name.Length]));

    /// <summary>The name of a known accord ends with this word.</summary>
    public bool EndsAt(Parse parse, int word) => found.Exists(f => f.Span.End == parse[word].Span.End);

    /// <summary>The known accord whose longest name ends with this word; of several named alike the one whose parties are those told, if there is one.</summary>
    public Accord? At(Parse parse, int word, IReadOnlyList<string> sides)
    {
        var ending = found.Where(f => f.Span.End == parse[word].Span.End).ToList();
        if (ending.Count == 0) return null;
        var longest = ending.Max(f => f.Span.Length);
        var alike = ending.Where(f => f.Span.Length == longest).Select(f => f.Accord).Distinct().ToList();
        // "The Mutual Defense Treaty" that two other states signed is another of that name.
        if (alike.Count == 1) return alike[0].Parties.Count == 2 && sides.Count == 2 && !sides.All(alike[0].Parties.Contains) ? null : alike[0];
        return alike.Find(a => sides.Count > 1 && sides.All(a.Parties.Contains));
    }

    /// <summary>Written as a name ("Mutual Defense Treaty"), with more than the noun itself.</summary>
    public static bool IsNamed(Parse parse, int word) => NameOf(parse, word) is not null;

    public static string? NameOf(Parse parse, int word)
    {
        if (!char.IsUpper(parse.Form(word)[0])) return null;
        var start = word;
        while (start > 0 && char.IsUpper(parse.Form(start - 1)[0]) && parse[start - 1].Upos is Upos.Propn or Upos.Adj or Upos.Noun && !IsOpening(parse, start - 1)) start--;
        return start == word ? null : Regex.Replace(parse.SpanOf(start, word + 1).In(parse.Text), @"\s+", " ");
    }

    // A capital at the head of a sentence is no sign of a name.
    private static bool IsOpening(Parse parse, int word) => word == 0 && parse[word].Upos != Upos.Propn;
}
