using Readout.Events;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Agreements;

/// <summary>Finds accords that are named or described, with parties, subject and status; an accord told with two statuses is kept with both.</summary>
public static class AgreementFinder
{
    /// <summary>An accord signed longer ago than this, in years, and still spoken of without another word is in force.</summary>
    private const int Settled = 2;

    public static IReadOnlyList<Agreement> Find(Article article, IReadOnlyList<Parse> parses, Cast cast, IReadOnlyList<TimeExpression> times, Knowledge knowledge)
    {
        var book = knowledge.Agreements;
        var names = new AccordNames(book, article.Text);
        var parties = new Parties(cast, book);
        var drafts = new List<Agreement>();
        for (var s = 0; s < parses.Count; s++)
            for (var word = 0; word < parses[s].Count; word++)
                if (Draft(article, parses[s], s, word, times, book, names, parties, knowledge.Rules) is { } draft) drafts.Add(draft);
        return Distinct(drafts);
    }

    private static Agreement? Draft(Article article, Parse parse, int sentence, int word, IReadOnlyList<TimeExpression> times, AgreementBook book, AccordNames names, Parties parties, RuleBook rules)
    {
        if (parse[word].Upos is not (Upos.Noun or Upos.Propn) || parse[word].Deprel is Deprel.Compound or Deprel.Flat) return null;
        var use = book.Use(parse[word].Lemma.ToLowerInvariant());
        var known = names.At(parse, word);
        if (known is null && (use is null or "not" || HasOther(parse, word, book))) return null;
        var told = AccordStatus.Of(parse, sentence, word, book);
        if (told is null && (use == "paper" || known is null && !AccordNames.IsNamed(parse, word))) return null;
        var sides = parties.Of(parse, sentence, word, told?.Verb ?? -1, use == "truce");
        if (sides.Count < 2 && known?.Parties.Count > 1) sides = known.Parties;
        if (sides.Count < (use == "truce" ? 1 : 2)) return null;
        var date = Date(article, parse, word, told, times);
        return new Agreement
        {
            Id = "",
            Name = known?.Name ?? AccordNames.NameOf(parse, word),
            Parties = sides,
            Subject = AccordStatus.Subject(parse, word),
            Status = told is { } t && !(t.Status == AgreementStatus.Signed && IsLongAgo(date, article.Published)) ? t.Status : AgreementStatus.InForce,
            Date = date,
            Evidence = AccordStatus.Evidence(parse, sentence, word, told?.Verb ?? -1),
            Why = told?.Why ?? new Why("agreement-named"),
        };
    }

    // "Coalition agreement", "plea deal": no accord between states.
    private static bool HasOther(Parse parse, int word, AgreementBook book)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Amod or Deprel.Compound && book.Use(parse[child].Lemma.ToLowerInvariant()) == "not") return true;
        return false;
    }

    private static string? Date(Article article, Parse parse, int word, StatusTold? told, IReadOnlyList<TimeExpression> times) =>
        (told is { Verb: >= 0 } t ? EventDate.Of(parse, t.Verb, times, article.Published) : null) ?? EventDate.Of(parse, word, times, article.Published);

    private static bool IsLongAgo(string? date, DateOnly? published) =>
        date is { Length: >= 4 } && published is { } day && int.TryParse(date.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && day.Year - year > Settled;

    /// <summary>One record per accord and status: the first told, with the name that any mention gives.</summary>
    private static List<Agreement> Distinct(List<Agreement> drafts)
    {
        var kept = new List<Agreement>();
        foreach (var draft in drafts)
        {
            var same = kept.FindIndex(k => k.Status == draft.Status && k.Parties.ToHashSet(StringComparer.Ordinal).SetEquals(draft.Parties) && (k.Name == draft.Name || k.Name is null || draft.Name is null));
            if (same < 0) kept.Add(draft);
            else kept[same] = kept[same] with { Name = kept[same].Name ?? draft.Name, Date = kept[same].Date ?? draft.Date };
        }
        return [.. kept.OrderBy(a => a.Evidence).Select((a, i) => a with { Id = $"a{i + 1}" })];
    }
}
