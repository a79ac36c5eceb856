using Readout.Events;
using Readout.Syntax;
using Readout.World;

namespace Readout.Positions;

/// <summary>What speaks for or against a reading of a clause as a position.</summary>
internal sealed class PositionSigns(Scene scene, Standing standing)
{
    private const int LongSentence = 45;

    /// <param name="match">The reading.</param>
    /// <param name="position">The position that it makes.</param>
    /// <param name="around">All readings of the same sentence.</param>
    public List<string> Of(StanceMatch match, Position position, Entity holder, bool hasTopic, IReadOnlyList<StanceMatch> around)
    {
        var clause = match.Clause;
        var stance = match.Stance.ToString().ToLowerInvariant();
        var word = $"{(clause.IsNoun ? "n" : "v")}:{clause.Lemma}";
        List<string> signs =
        [
            "any", "stance:" + stance, "rule:" + match.Rule.Name, "word:" + word, $"word+stance:{word}+{stance}",
            "at:" + match.HolderAt, $"rule+at:{match.Rule.Name}+{match.HolderAt}", "by:" + match.HolderBy.ToString().ToLowerInvariant(),
            "kind:" + Kind(holder), "kind+by:" + holder.Kind + "+" + match.HolderBy.ToString().ToLowerInvariant(),
            $"rule+by:{match.Rule.Name}+{match.HolderBy.ToString().ToLowerInvariant()}",
            "form:" + Form(clause), "place:" + Place(clause), "length:" + Length(position, clause.Parse),
            hasTopic ? "topic" : "no-topic", "tests:" + Math.Min(3, match.Pattern.Tests.Count),
        ];
        if (match.Denied) signs.AddRange(["denied", "denied+" + stance]);
        if (position.Condition is not null) signs.Add("condition");
        if (match.Pattern.Lemmas.Contains(PositionBook.AnyVerb)) signs.Add("any-verb");
        Sides(match, position, signs, stance);
        Telling(clause, signs, stance);
        Around(match, around, signs, stance);
        return signs;
    }

    private static string Kind(Entity holder) =>
        holder.Code is null ? "uncoded" : holder.Kind == EntityKind.Person ? holder.Office is null ? "person" : "officer" : $"{holder.Kind}:{holder.Sector ?? "none"}";

    private static string Form(Clause clause) => clause.IsNoun ? "noun" : clause.Passive ? "passive" : clause.Parse[clause.Word].Xpos;

    private static string Place(Clause clause)
    {
        var parse = clause.Parse;
        var deprel = parse[clause.Word].Deprel;
        if (parse[clause.Word].Head < 0) return "main";
        return (parse[parse[clause.Word].Head].Head < 0 ? "main-" : "") + deprel.ToString().ToLowerInvariant();
    }

    private static string Length(Position position, Parse parse)
    {
        var words = 0;
        for (var i = 0; i < parse.Count; i++)
            if (position.Evidence.Contains(parse[i].Span)) words++;
        return words <= 3 ? "1" : words <= 6 ? "4" : words <= 12 ? "7" : words <= 25 ? "13" : "26";
    }

    private void Sides(StanceMatch match, Position position, List<string> signs, string stance)
    {
        signs.Add(match.Toward.Count == 0 ? "no-toward" : position.Toward.Count == 0 ? "toward-self" : "toward");
        signs.Add("holders:" + Math.Min(4, match.Holders.Count));
        if (scene.Home is { } home) signs.Add(position.Holder == home.Code ? "home" : "abroad");
        if (!standing.IsDocument) return;
        signs.Add("document");
        signs.Add(scene.Issuers.Any(i => i.Code == position.Holder) ? "issuer" : "guest");
        signs.Add("document+" + stance);
        signs.Add("document+at:" + match.HolderAt);
    }

    private void Telling(Clause clause, List<string> signs, string stance)
    {
        if (standing.Around(clause) is { } statement)
            signs.AddRange(["told:" + statement.Form.ToString().ToLowerInvariant(), "told+" + stance, "told-act:" + statement.Act.ToString().ToLowerInvariant()]);
        else signs.Add("untold");
        foreach (var child in clause.Parse.Children(clause.Word))
            if (clause.Parse[child].Deprel == Deprel.Aux) signs.Add("aux:" + clause.Parse.LowerLemma(child));
        signs.Add(clause.Sentence < 4 ? "lead" : "body");
        if (clause.Parse.Count > LongSentence) signs.Add("long-sentence");
        if (clause.Parse[clause.Word].Head is >= 0 and var above) signs.Add("above:" + clause.Parse.LowerLemma(above));
    }

    // Stances inside one another: "reaffirmed its support for", "called on Iran to commit to".
    private static void Around(StanceMatch match, IReadOnlyList<StanceMatch> around, List<string> signs, string stance)
    {
        var parse = match.Clause.Parse;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in around)
        {
            if (other.Clause.Word == match.Clause.Word) continue;
            if (IsBelow(parse, match.Clause.Word, other.Clause.Word)) seen.Add("under:" + other.Stance.ToString().ToLowerInvariant() + "+" + stance);
            else if (IsBelow(parse, other.Clause.Word, match.Clause.Word)) seen.Add("over:" + other.Stance.ToString().ToLowerInvariant() + "+" + stance);
        }
        if (seen.Count == 0) signs.Add("alone");
        signs.AddRange(seen.Order(StringComparer.Ordinal));
    }

    private static bool IsBelow(Parse parse, int word, int top)
    {
        for (word = parse[word].Head; word >= 0; word = parse[word].Head)
            if (word == top) return true;
        return false;
    }
}
