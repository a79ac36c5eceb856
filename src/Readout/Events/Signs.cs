using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>What speaks for or against a draft, as names that <c>events/weights.tsv</c> weighs.</summary>
internal sealed class Signs(Scene scene)
{
    /// <param name="draft">The reading.</param>
    /// <param name="under">Type of the act that holds it: REQUEST for "to release" in "urged Iran to release"; null when it stands by itself.</param>
    public List<string> Of(EventDraft draft, string? under)
    {
        var (match, type) = (draft.Match, draft.Event.Type);
        var clause = match.Clause;
        var signs = new List<string> { "any", "type:" + type, "rule:" + match.Rule.Name, "type+status:" + type + "+" + draft.Event.Status.ToString().ToLowerInvariant() };
        var sides = SidesOf(match);
        signs.Add("sides:" + sides);
        signs.Add("type+sides:" + type + "+" + sides);
        Parties(match, draft, signs);
        signs.Add("carrier:" + Carrier(clause));
        signs.Add("place:" + PlaceOf(clause));
        signs.Add("tests:" + Math.Min(3, match.Pattern.Tests.Count(t => t is { Absent: false } && (t.Words is not null || t.Actor))));
        if (match.Reached) signs.Add("reached");
        At("actor", match.ActorFrom is null ? match.ActorAt : null, type, signs);
        At("recipient", match.RecipientFrom is null ? match.RecipientAt : null, type, signs);
        signs.Add("word:" + clause.Lemma);
        if (scene.Home is { } home) signs.AddRange([type + "+actor:" + Whose(match.Actors, home), type + "+recipient:" + Whose(match.Recipients, home)]);
        From("actor", match.ActorFrom, type, signs);
        From("recipient", match.RecipientFrom, type, signs);
        if (draft.DateTold) signs.Add("date-told");
        if (draft.Event.Place is not null) signs.Add("place-told");
        if (draft.Event.Type != match.Rule.Type) signs.Add("recast");
        if (under is { } outer) signs.AddRange(["under", "under:" + outer, "under:" + outer + "+" + type]);
        Telling(draft, clause, signs);
        return signs;
    }

    private static string SidesOf(RuleMatch match) => match.Mutual ? match.Sides > 1 ? "mutual" : "mutual-one" : match.Actors.Count == 0 ? "recipient" : match.Recipients.Count == 0 ? "actor" : "both";

    private static void Parties(RuleMatch match, EventDraft draft, List<string> signs)
    {
        if (match.Actors.Count > 0 && match.Actors.All(a => a.Code is null)) signs.Add("actor-uncoded");
        if (match.Recipients.Count > 0 && match.Recipients.All(a => a.Code is null)) signs.Add("recipient-uncoded");
        if (match.Actors.Count > 0) signs.Add("actor-kind:" + match.Actors[0].Kind + ":" + (match.Actors[0].Sector ?? "none"));
        if (match.Recipients.Count > 0) signs.Add("recipient-kind:" + match.Recipients[0].Kind + ":" + (match.Recipients[0].Sector ?? "none"));
        if (match.Actors.Count > 2) signs.Add("many-actors");
        if (match.Recipients.Count > 2) signs.Add("many-recipients");
        if (draft.Actors.Count == 0 || draft.Recipients.Count == 0) return;
        if (draft.Actors.Overlaps(draft.Recipients)) signs.Add(match.Recipients.All(r => r.Kind == EntityKind.State) ? "own-state" : "domestic");
        else signs.Add("foreign");
    }

    private static string Carrier(Clause clause) =>
        clause.IsNoun ? clause.Support >= 0 ? "carried-noun" : "bare-noun" : clause.Parse[clause.Word].Upos == Upos.Adj ? "adjective" : clause.Passive ? "passive" : clause.Parse[clause.Word].Xpos;

    private static string PlaceOf(Clause clause)
    {
        var parse = clause.Parse;
        var deprel = parse[clause.Carrier].Deprel;
        if (parse[clause.Carrier].Head < 0) return "main";
        if (deprel is Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis && parse[parse[clause.Carrier].Head].Head < 0) return "main-" + deprel.ToString().ToLowerInvariant();
        return deprel.ToString().ToLowerInvariant();
    }

    private void Telling(EventDraft draft, Clause clause, List<string> signs)
    {
        var word = clause.Parse[clause.Word].Span;
        if (scene.Around(word) is { } statement)
        {
            signs.Add("told:" + statement.Form.ToString().ToLowerInvariant());
            signs.Add("told-type:" + draft.Event.Type);
            signs.Add("told-act:" + statement.Act.ToString().ToLowerInvariant());
        }
        if (draft.IsTitle) signs.Add("title");
        // A sentence by itself was picked for what it tells.
        if (scene.IsSentence) signs.AddRange(["alone", "alone+type:" + draft.Event.Type]);
        signs.Add(clause.Sentence < 4 ? "lead" : "body");
        if (clause.Parse.Count > 45) signs.Add("long-sentence");
        if (Caption.Is(clause.Parse)) signs.Add("caption");
    }

    // Whose side it is, seen from the state that the article is about.
    private static string Whose(IReadOnlyList<Entity> side, Entity home) => side.Count == 0 ? "none" : side.Any(e => e.Code == home.Code) ? "home" : side.Any(e => e.Code is not null) ? "abroad" : "unknown";

    private static void At(string side, string? at, string type, List<string> signs)
    {
        if (at is not null) signs.AddRange([side + "-at:" + at, side + "-at:" + at + "+" + type]);
    }

    private static void From(string side, string? from, string type, List<string> signs)
    {
        if (from is not null) signs.AddRange([side + "-from:" + from, side + "-from:" + from + "+" + type]);
    }
}
