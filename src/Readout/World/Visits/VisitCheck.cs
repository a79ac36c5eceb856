using System.Globalization;

namespace Readout.World.Visits;

/// <summary>How a claim of a list of visits stands to the knowledge files.</summary>
internal enum VisitFinding
{
    /// <summary>The person held such an office of that state on those days.</summary>
    Agrees,

    /// <summary>The person held another office of that state on those days.</summary>
    OtherOffice,

    /// <summary>The person is known in that state, but held no office on those days.</summary>
    OtherDays,

    UnknownPerson,

    UnknownState,
}

/// <summary>A claim with what the knowledge files say of it.</summary>
/// <param name="Knowledge">The nearest that they have: office, days, file and line; null when there is nothing.</param>
internal sealed record CheckedVisit(VisitClaim Claim, VisitFinding Finding, string? Person, string? Knowledge);

/// <summary>Compares lists of visits with the office tables: a check of the tables that needs no gold.</summary>
internal sealed class VisitCheck(Actors actors)
{
    // Days by which a handover may miss the visit; of those elected and not yet sworn in.
    private const int Handover = 10, Elect = 300;

    private readonly VisitStates states = new(actors);

    public CheckedVisit Check(VisitClaim claim)
    {
        var codes = states.Codes(claim.Of);
        if (codes.Count == 0) return new CheckedVisit(claim, VisitFinding.UnknownState, null, null);
        var words = new Words(claim.Who);
        var (titles, name) = Titles(words);
        var persons = Persons(words, name);
        var margin = claim.Who.Contains("elect ", StringComparison.OrdinalIgnoreCase) ? Elect : Handover;
        var best = Nearest(persons, t => codes.Contains(t.State), claim, titles, margin);
        // Remarks name companions and other guests too: whoever held such an office anywhere.
        if (claim.IsHost && (best is null || best.Days > margin) && Nearest(persons, _ => true, claim, titles, margin) is { Fits: true } other && other.Days <= margin) best = other;
        if (best is null) return new CheckedVisit(claim, VisitFinding.UnknownPerson, persons.FirstOrDefault()?.Name, null);
        var finding = best.Days > margin ? VisitFinding.OtherDays : best.Fits ? VisitFinding.Agrees : VisitFinding.OtherOffice;
        return new CheckedVisit(claim, finding, best.Tenure.Person, Written(best.Tenure));
    }

    private static Candidate? Nearest(List<Actor> persons, Func<Tenure, bool> wanted, VisitClaim claim, List<TitleNoun> titles, int margin) =>
        persons.SelectMany(p => p.Tenures).Where(wanted).Select(t => new Candidate(t, Days(t, claim), titles.Count == 0 || titles.Any(n => Fits(n, t))))
            .OrderBy(c => c.Days > margin).ThenByDescending(c => c.Fits).ThenBy(c => c.Days).FirstOrDefault();

    private static int Days(Tenure tenure, VisitClaim claim) => Math.Min(tenure.Distance(claim.Start), tenure.Distance(claim.End));

    // "Crown Prince and Prime Minister Salman": all titles before the name, and the word at which the name begins.
    private (List<TitleNoun> Titles, int Name) Titles(Words words)
    {
        var titles = new List<TitleNoun>();
        var name = 0;
        for (var i = 0; i < words.Count; i++)
        {
            // "Prime Minister Major": the last word is the name.
            if (actors.Titles.Longest(words, i) is not { } match || match.Targets[0].Role is null || match.End == words.Count)
            {
                if (titles.Count > 0 && words[i].Of(words.Text) is not ("and" or "of" or "the" or "for")) break;
                continue;
            }
            titles.Add(match.Targets[0]);
            i = match.End - 1;
            name = match.End;
        }
        return (titles, name);
    }

    // By the longest alias at each word of the name, else by a surname among its words.
    private List<Actor> Persons(Words words, int name)
    {
        var found = new List<Actor>();
        for (var i = 0; i < words.Count; i++)
            if (actors.Longest(words, i) is { } match) found.AddRange(match.Targets.Select(t => t.Actor).Where(a => a.Kind == EntityKind.Person && (match.End >= words.Count || match.End - match.Start > 1 || name == words.Count - 1)));
        if (name >= words.Count) return [.. found.Distinct()];
        var written = PersonName.Parts(words.Text[words[name].Start..]);
        found.AddRange(actors.WithSurname(words.Text[words[name].Start..]));
        for (var i = name; i < words.Count; i++)
            found.AddRange(actors.WithSurname(words[i].In(words.Text)).Where(a => Alike(written, PersonName.Parts(a.Name))));
        return [.. found.Distinct()];
    }

    // "Cesar Gaviria Trujillo" is Cesar Gaviria, "Arroyo-Macapagal" is Gloria Macapagal Arroyo: one has all words of the other, or both share two.
    private static bool Alike(string[] written, string[] known) =>
        PersonName.Same(written, known) || written.Intersect(known, StringComparer.Ordinal).Count(w => w.Length > 1) >= Math.Min(2, written.Length);

    private static bool Fits(TitleNoun title, Tenure tenure) =>
        tenure.IsCalled(title.Role) || tenure.Office.Contains(title.Phrase, StringComparison.OrdinalIgnoreCase);

    private static string Written(Tenure tenure) => $"{tenure.Office} {Day(tenure.From)}/{Day(tenure.To)} ({tenure.Why.File}, line {tenure.Why.Line})";

    private static string Day(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Candidate(Tenure Tenure, int Days, bool Fits);
}
