namespace Readout.Gold;

/// <summary>When a found finding counts as the gold one, kind by kind.</summary>
internal static class GoldRules
{
    private static readonly string[] VerbalCooperation = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"];
    private static readonly string[] MaterialCooperation = ["COOPERATE", "AID", "RETREAT"];
    private static readonly string[] VerbalConflict = ["REQUEST", "ACCUSE", "REJECT", "THREATEN"];

    public static bool SameEvent(GoldEvent gold, GoldEvent found) => gold.Type == found.Type && SameSides(gold, found);

    public static bool SameQuad(GoldEvent gold, GoldEvent found) => Quad(gold.Type) == Quad(found.Type) && SameSides(gold, found);

    public static bool SameStatement(GoldStatement gold, GoldStatement found) => GoldWords.F1(string.Join(' ', gold.Content), string.Join(' ', found.Content)) >= 0.7;

    public static bool SameSpeaker(GoldStatement gold, GoldStatement found) =>
        SameStatement(gold, found) && (gold.Speaker is null ? found.Speaker is null : GoldWords.SameName(gold.Speaker, found.Speaker) || GoldWords.F1(gold.Speaker, found.Speaker) >= 0.5);

    public static bool SamePosition(GoldPosition gold, GoldPosition found) =>
        Code(gold.Holder) == Code(found.Holder) && gold.Stance == found.Stance && GoldWords.F1(gold.Evidence, found.Evidence) >= 0.4;

    public static bool SameAgreement(GoldAgreement gold, GoldAgreement found) =>
        Codes(gold.Parties).Intersect(Codes(found.Parties)).Count() >= Math.Min(2, gold.Parties.Count)
        && (GoldWords.F1(gold.Name, found.Name) >= 0.4 || GoldWords.F1(gold.Evidence, found.Evidence) >= 0.4);

    public static bool SamePerson(GoldPerson gold, GoldPerson found) => GoldWords.SameName(gold.Name, found.Name);

    public static bool SameOffice(GoldPerson gold, GoldPerson found) => SamePerson(gold, found) && gold.Country == found.Country;

    // PLOVER's quad classes, with SANCTION as material conflict (docs on the codebook).
    private static int Quad(string type) => VerbalCooperation.Contains(type) ? 1 : MaterialCooperation.Contains(type) ? 2 : VerbalConflict.Contains(type) ? 3 : 4;

    private static bool SameSides(GoldEvent gold, GoldEvent found)
    {
        if (!gold.Mutual && !found.Mutual) return Meet(gold.Actors, found.Actors) && Meet(gold.Recipients, found.Recipients);
        var want = Codes(gold.Actors).Union(Codes(gold.Recipients)).ToHashSet();
        return want.Intersect(Codes(found.Actors).Union(Codes(found.Recipients))).Count() >= Math.Min(2, want.Count);
    }

    private static bool Meet(IReadOnlyList<string> gold, IReadOnlyList<string> found) => gold.Count == 0 && found.Count == 0 || Codes(gold).Intersect(Codes(found)).Any();

    private static IEnumerable<string> Codes(IEnumerable<string> actors) => actors.Select(Code).Distinct();

    private static string Code(string actor) => actor.Split(':')[0];
}
