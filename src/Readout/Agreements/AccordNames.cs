using System.Text.RegularExpressions;
using Readout.Syntax;

namespace Readout.Agreements;

/// <summary>The names of accords: those known, and those that the article writes with capitals.</summary>
internal sealed class AccordNames
{
    private readonly List<(TextSpan Span, Accord Accord)> found = [];

    public AccordNames(AgreementBook book, string text)
    {
        var folded = AgreementBook.Fold(text);
        foreach (var accord in book.Accords)
            foreach (var alias in accord.Aliases)
            {
                // A name of one word may be a common word in small letters.
                var within = alias.Contains(' ', StringComparison.Ordinal) ? folded : text;
                for (var at = within.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = within.IndexOf(alias, at + 1, StringComparison.Ordinal))
                    if (IsWhole(text, at, at + alias.Length) && char.IsUpper(text[at])) found.Add((new TextSpan(at, at + alias.Length), accord));
            }
    }

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

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
