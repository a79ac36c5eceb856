using Readout.Events;
using Readout.Pages;
using Readout.Syntax;
using Readout.Time;

namespace Readout.Agreements;

/// <summary>Finds accords that are named or described, with parties, subject and status; an accord told with two statuses is kept with both.</summary>
internal static class AgreementFinder
{
    /// <summary>An accord signed longer ago than this, in years, and still spoken of without another word is in force.</summary>
    private const int Settled = 2;

    public static IReadOnlyList<Agreement> Find(Scene scene, IReadOnlyList<TimeExpression> times, Knowledge knowledge)
    {
        var (article, parses) = (scene.Article, scene.Parses);
        var book = knowledge.Agreements;
        var names = new AccordNames(book, article.Text);
        var parties = new Parties(scene, book);
        var drafts = new List<Agreement>();
        for (var s = 0; s < parses.Count; s++)
            for (var word = 0; word < parses[s].Count; word++)
                if (Draft(article, parses[s], s, word, times, book, names, parties) is { } draft) drafts.Add(draft);
        return Distinct(drafts);
    }

    private static Agreement? Draft(Article article, Parse parse, int sentence, int word, IReadOnlyList<TimeExpression> times, AgreementBook book, AccordNames names, Parties parties)
    {
        if (parse[word].Upos is not (Upos.Noun or Upos.Propn) || parse[word].Deprel is Deprel.Compound or Deprel.Flat) return null;
        var use = book.Use(parse.LowerLemma(word));
        if (use is null or "not" && !names.EndsAt(parse, word)) return null;
        var told = AccordStatus.Of(parse, sentence, word, book);
        var known = names.At(parse, word, parties.Of(parse, sentence, word, told?.Verb ?? -1, use == "truce"));
        if (known is null && (use is null or "not" || HasOther(parse, word, book))) return null;
        var isNamed = known is not null || AccordNames.IsNamed(parse, word);
        if (use == "name" && !isNamed) return null;
        if (told is null && (use == "paper" || !isNamed && !parties.IsDescribed(parse, sentence, word))) return null;
        var sides = Sides(parse, sentence, word, told, known, use, parties);
        if (sides.Count < (use == "truce" || known is not null ? 1 : 2)) return null;
        var date = Date(article, parse, word, told, times);
        return new Agreement
        {
            Id = "",
            Name = known?.Name ?? AccordNames.NameOf(parse, word),
            Parties = sides,
            Subject = AccordStatus.Subject(parse, word),
            Status = Status(parse, word, told, isNamed, date, article),
            Date = date,
            Evidence = AccordStatus.Evidence(parse, word, told?.Verb ?? -1),
            Why = told?.Why ?? new Why("agreement-named"),
        };
    }

    private static IReadOnlyList<string> Sides(Parse parse, int sentence, int word, StatusTold? told, Accord? known, string? use, Parties parties)
    {
        if (known?.Parties.Count > 1) return known.Parties;
        var sides = parties.Of(parse, sentence, word, told?.Verb ?? -1, use == "truce");
        if (known?.Parties.Count == 1) return [.. sides.Union(known.Parties, StringComparer.Ordinal)];
        if (sides.Count >= 2 || use == "truce" && sides.Count > 0) return sides;
        if (known is not null) return parties.NamedIn(sentence) is { Count: > 0 } named ? named : parties.OfArticle();
        return use == "accord" && told is not null && parties.OfArticle() is { Count: > 1 } all && (sides.Count == 0 || all.Contains(sides[0])) ? all : sides;
    }

    // What nothing more is told of: "a pact between A and B" is in the making, "the pact between them" stands.
    private static AgreementStatus Status(Parse parse, int word, StatusTold? told, bool isNamed, string? date, Article article)
    {
        if (told is not { } t) return !isNamed && parse.Child(word, Deprel.Det) is >= 0 and var det && parse[det].Lemma is "a" or "an" ? AgreementStatus.Negotiating : AgreementStatus.InForce;
        return t.Status == AgreementStatus.Signed && IsLongAgo(date, article.Published) ? AgreementStatus.InForce : t.Status;
    }

    // "Coalition agreement", "plea deal": no accord between states.
    private static bool HasOther(Parse parse, int word, AgreementBook book)
    {
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Amod or Deprel.Compound && book.Use(parse.LowerLemma(child)) == "not") return true;
        return false;
    }

    private static string? Date(Article article, Parse parse, int word, StatusTold? told, IReadOnlyList<TimeExpression> times) =>
        (told is { Verb: >= 0 } t ? EventDate.Of(parse, t.Verb, times, article.Published) : null) ?? EventDate.Of(parse, word, times, article.Published);

    private static bool IsLongAgo(string? date, DateOnly? published) =>
        date is { Length: >= 4 } && published is { } day && int.TryParse(date.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && day.Year - year > Settled;

    /// <summary>One record per accord and status: the first told, with the name that any mention gives. That it stands or is in the making adds nothing to a record of the same accord.</summary>
    private static List<Agreement> Distinct(List<Agreement> drafts)
    {
        var kept = new List<Agreement>();
        foreach (var draft in drafts.OrderBy(d => IsLasting(d.Status)))
        {
            var same = kept.FindIndex(k => IsSame(k, draft) && (k.Status == draft.Status || IsLasting(draft.Status)));
            if (same < 0) kept.Add(draft);
            else kept[same] = kept[same] with { Name = kept[same].Name ?? draft.Name, Date = kept[same].Date ?? draft.Date };
        }
        return [.. kept.OrderBy(a => a.Evidence).Select((a, i) => a with { Id = $"a{i + 1}" })];
    }

    private static bool IsLasting(AgreementStatus status) => status is AgreementStatus.InForce or AgreementStatus.Negotiating;

    private static bool IsSame(Agreement one, Agreement other) =>
        one.Name is not null && other.Name is not null ? one.Name == other.Name : one.Parties.ToHashSet(StringComparer.Ordinal).SetEquals(other.Parties);
}
