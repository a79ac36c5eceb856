using Readout.Pages;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Events;

/// <summary>When, where and on whose word an act is reported.</summary>
internal sealed class Circumstances(IReadOnlyList<TimeExpression> times, Scene scene)
{
    private readonly Article article = scene.Article;
    private readonly Cast cast = scene.Cast;

    /// <summary>From the first to the last word of the clause's predicate and places, without side clauses.</summary>
    public static TextSpan Evidence(RuleMatch match)
    {
        var parse = match.Clause.Parse;
        var span = parse[match.Clause.Carrier].Span.Cover(parse[match.Clause.Word].Span);
        foreach (var head in match.Heads.Concat(match.Clause.In("obj"))) span = span.Cover(Phrase(parse, head));
        return span;
    }

    private static TextSpan Phrase(Parse parse, int head)
    {
        var span = parse[head].Span;
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel is not (Deprel.AclRelcl or Deprel.Acl or Deprel.Appos or Deprel.Parataxis or Deprel.Punct) && !IsVerb(parse, head)) span = span.Cover(Phrase(parse, child));
        return span;
    }

    private static bool IsVerb(Parse parse, int head) => parse[head].Upos is Upos.Verb or Upos.Aux;

    /// <summary>The ISO date of the time expression that belongs to the predicate; the article's day when it reports without one what happened or goes on.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isDue">It counts as of the article's day when the sentence gives no date.</param>
    /// <param name="reach">How deep below the predicate its date may stand.</param>
    public (string? Date, bool Told) Date(Clause clause, bool isDue, int reach)
    {
        var own = EventDate.Of(clause.Parse, clause.Word, times, article.Published, reach) ?? EventDate.Of(clause.Parse, clause.Carrier, times, article.Published, reach);
        if (own is null && Caption.Is(clause.Parse)) own = Caption.Date(clause.Parse, times);
        if (own is not null && !IsAge(own)) return (own, true);
        return (isDue && article.Published is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null, false);
    }

    /// <summary>As deep as a date may stand below the act that it dates.</summary>
    public const int Deepest = 5;

    // "The 21st century" dates no act.
    private static bool IsAge(string date) =>
        date.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash && date.Length > slash + 4 && Year(date) is { } from && Year(date[(slash + 1)..]) is { } to && to - from > LongestAct;

    private const int LongestAct = 30;

    private static int? Year(string date) => date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>A date of a year before the article's.</summary>
    public bool IsPast(string date) => article.Published is { } day && Year(date.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? date[(slash + 1)..] : date) is { } year && year < day.Year;

    /// <summary>The sentence dates it after the day of publication.</summary>
    public bool IsAhead(Clause clause) =>
        article.Published is { } day && Date(clause, false, Deepest).Date is { Length: >= 10 } date && string.CompareOrdinal(date, 0, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 0, 10) > 0;

    public bool IsTitle(Clause clause) => article.Blocks.Count > 0 && article.Blocks[0] is { Kind: BlockKind.Title } title && title.Span.Contains(clause.Parse[clause.Word].Span);

    /// <summary>Where the act is told to happen: "in Berlin" below the predicate, else below a person who takes part ("met with Chancellor Merkel in Berlin") or an occasion ("on the sidelines of the summit in Melbourne").</summary>
    public Place? Place(Clause clause)
    {
        foreach (var head in Settings.SelectMany(clause.In))
            if (PlaceAt(clause.Sentence, head) is { } place) return place;
        foreach (var slot in clause.Slots)
            if (PlaceBeside(clause, slot.Head, 0) is { } place) return place;
        return null;
    }

    private Place? PlaceAt(int sentence, int head) =>
        cast.Named(sentence, head).FirstOrDefault(e => e.Kind is EntityKind.Place or EntityKind.State) is { } place ? place.Place ?? new Place(place.Name, place.Code) : null;

    // Nobody is "Merkel in Berlin": a place that the tree hangs on a person, or on words around an occasion, belongs to what they do.
    private Place? PlaceBeside(Clause clause, int head, int depth)
    {
        var parse = clause.Parse;
        var isOccasion = depth > 0 || scene.Rules.Is("beside", parse[head].Lemma);
        if (depth > DeepestOccasion) return null;
        var holds = isOccasion || cast.Named(clause.Sentence, head).Any(e => e.Kind == EntityKind.Person);
        foreach (var child in parse.Children(head))
        {
            if (holds && parse[child].Deprel is (Deprel.Nmod or Deprel.Obl) && HasSetting(parse, child) && PlaceAt(clause.Sentence, child) is { } place) return place;
            // "Met with the President and the Foreign Minister in Panama City": the place hangs on the last of them.
            if (!isOccasion && (parse[child].Deprel is Deprel.Appos or Deprel.Flat || (holds && parse[child].Deprel == Deprel.Conj)) && PlaceBeside(clause, child, 0) is { } beside) return beside;
            if (isOccasion && parse[child].Deprel == Deprel.Nmod && PlaceBeside(clause, child, depth + 1) is { } within) return within;
        }
        return null;
    }

    private const int DeepestOccasion = 3;
    private static readonly string[] Settings = ["in", "at", "near", "outside"];

    private static bool HasSetting(Parse parse, int word)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel == Deprel.Case && Settings.Contains(parse[child].Lemma)) return true;
        return false;
    }

    /// <summary>The statement whose content holds the predicate: the article reports the act on that speaker's word.</summary>
    public string? StatementAround(Clause clause) => scene.Around(clause.Parse[clause.Word].Span)?.Id;
}
