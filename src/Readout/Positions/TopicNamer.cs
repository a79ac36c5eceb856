using Readout.Events;
using Readout.World;

namespace Readout.Positions;

/// <summary>Names what a position is about: a topic of the taxonomy with the states concerned, or the words themselves.</summary>
internal sealed class TopicNamer(string text, Cast cast, Topics topics)
{
    private const int MostWords = 4;

    /// <summary>Such as <c>dialogue-prk-usa</c>: codes in alphabetical order, so that both sides' positions meet; and whether the taxonomy knows it.</summary>
    public (string Topic, bool Known) Of(StanceMatch match, TextSpan evidence, string holder, IReadOnlyList<string> toward)
    {
        var predicate = match.Clause.Parse[match.Clause.Word].Span;
        var tail = new TextSpan(Math.Min(predicate.End, evidence.End), evidence.End);
        var found = topics.In(tail.Of(text)) ?? topics.In(evidence.Of(text));
        if (found is not var (topic, pair)) return (Slug(match.Clause, tail.IsEmpty ? evidence : tail), false);
        var codes = new SortedSet<string>(Codes(evidence).Concat(toward), StringComparer.Ordinal);
        if (pair) codes.Add(holder);
        else codes.Remove(holder);
        return (codes.Count is 0 or > 3 ? topic : $"{topic}-{string.Join('-', codes).ToLowerInvariant()}", true);
    }

    private IEnumerable<string> Codes(TextSpan span) =>
        cast.Mentions.Where(m => span.Contains(m.Span)).SelectMany(m => m.Entities).Select(e => cast.Entities[e]).Where(e => e.Kind == EntityKind.State).Select(e => e.Code).OfType<string>();

    private static string Slug(Clause clause, TextSpan span)
    {
        var parse = clause.Parse;
        var words = new List<string>(MostWords);
        for (var w = 0; w < parse.Count && words.Count < MostWords; w++)
            if (parse[w].Upos is Syntax.Upos.Noun or Syntax.Upos.Propn && span.Contains(parse[w].Span) && parse.LowerLemma(w) is var lemma && lemma.All(char.IsLetterOrDigit)) words.Add(lemma);
        return words.Count == 0 ? clause.Lemma.Replace('_', '-') : string.Join('-', words);
    }
}
