using Readout.Syntax;

namespace Readout.World;

/// <summary>What stands beside a person's name: the title, and the state or body it belongs to.</summary>
internal sealed record Introduction(TitleNoun? Title, TextSpan? TitleSpan, Actor? Of, bool Former);

/// <summary>Reads the title before a name ("South Korean Foreign Minister ...") and the apposition after it (", a fellow with ... in Seoul,").</summary>
internal sealed class Surroundings(Actors actors, Words words, IReadOnlyList<Parse> parses)
{
    private const int Reach = 9;

    private static readonly Introduction Nothing = new(null, null, null, false);

    public Introduction Of(NameUse use)
    {
        var before = Before(use);
        if (before.Title is not null) return before.Of is null ? before with { Of = Behind(use) } : before;
        return After(use) is { Title: not null } after ? after with { Of = after.Of ?? before.Of } : before with { Of = before.Of ?? Behind(use) };
    }

    // The longest title that ends where the name begins, or one comma before it ("South Korea's president, Moon Jae").
    private Introduction Before(NameUse use)
    {
        for (var start = Math.Max(0, use.FirstWord - Reach); start < use.FirstWord; start++)
        {
            if (Crosses(start, use.FirstWord) || actors.Titles.Longest(words, start) is not { } match || match.End > use.FirstWord) continue;
            if (match.End < use.FirstWord && !Continues(match, use.FirstWord)) continue;
            return new Introduction(match.Targets[0], Whole(match, use), Owner(start) ?? Within(match.End, use.FirstWord) ?? Within(match.Start, match.End), IsFormer(start));
        }
        return Nothing;
    }

    // The title with its of-phrase; not what a clause says between it and the name ("governor of Alaska was chosen by NAME").
    private TextSpan Whole(AliasMatch<TitleNoun> title, NameUse use) =>
        title.End < use.FirstWord && char.IsLower(words.Text[words[use.FirstWord - 1].Start]) ? title.Span : new TextSpan(title.Span.Start, words[use.FirstWord - 1].End);

    // "Minister of National Defense NAME", "leader of the party NAME": only of-phrases and names may stand between.
    private bool Continues(AliasMatch<TitleNoun> title, int name)
    {
        var gap = words.Text.AsSpan(title.Span.End, words[name].Start - title.Span.End);
        return gap.Trim() is "," or "–" || (gap.StartsWith(" of ") && !gap.Contains(',')) || (gap.StartsWith(" to ") && gap.Length < 40 && gap.IndexOf(',') is var comma && (comma < 0 || comma == gap.Length - 2));
    }

    private Introduction After(NameUse use)
    {
        var next = words.At(use.Span.End);
        if (next >= words.Count) return Nothing;
        var gap = words.Text.AsSpan(use.Span.End, words[next].Start - use.Span.End);
        if (gap is " " && IsPredicate(next)) next += 2;
        else if (gap is not (", " or " (" or " – " or " — " or ", “") || IsVerb(use.Sentence, next)) return Nothing;
        for (var start = next; start < Math.Min(words.Count, next + Reach) && !EndsClause(next + 1, start); start++)
        {
            if (actors.Titles.Longest(words, start) is not { } match) continue;
            var end = ClauseEnd(match.End);
            return new Introduction(match.Targets[0], match.Span, Within(next, start) ?? Within(match.Start, match.End) ?? (match.End < words.Count && !EndsClause(match.End, match.End) ? Within(match.End, end) : null), IsFormer(start));
        }
        return Nothing;
    }

    // "Jane Roe is a lecturer at the University of Cape Town".
    private bool IsPredicate(int next) => next + 2 < words.Count && words[next].Of(words.Text) is "is" or "was" && words[next + 1].Of(words.Text) is "a" or "an" or "the";

    // "Jane Roe, says Koo": what follows is no apposition.
    private bool IsVerb(int sentence, int next)
    {
        var parse = parses[sentence];
        var (token, end) = NameFinder.Tokens(parse, words[next]);
        return token < end && parse[token].Upos is Upos.Verb or Upos.Aux or Upos.Sconj && parse[token].Xpos is not ("VBN" or "VBG");
    }

    // "Bakili Muluzu of Malawi", "Jane Roe of Amnesty International".
    private Actor? Behind(NameUse use)
    {
        var next = words.At(use.Span.End);
        if (next + 1 >= words.Count || words[next].Of(words.Text) is not ("of" or "from" or "with") || words[next].Start - use.Span.End != 1) return null;
        for (var start = next + 1; start < Math.Min(words.Count, next + 3) && !EndsClause(next + 1, start); start++)
            if (actors.Longest(words, start) is { } match) return Belongs(match);
        return null;
    }

    /// <summary>The state, body or organisation named right before a title: "South Korean", "China's", "U.N.".</summary>
    private Actor? Owner(int title)
    {
        for (var start = Math.Max(0, title - 4); start < title; start++)
            if (!Crosses(start, title) && actors.Longest(words, start) is { } match && match.End <= title && title - match.End <= 2)
                return Belongs(match);
        return null;
    }

    private Actor? Within(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (actors.Longest(words, i) is { } match && match.End <= end && Belongs(match) is { } actor) return actor;
        return null;
    }

    private static Actor? Belongs(AliasMatch<AliasTarget> match) => match.Targets.Select(t => t.Actor).FirstOrDefault(a => a.Kind != EntityKind.Person && a.Code is not null);

    private bool IsFormer(int start) => actors.NameWords.IsFormer(words[start].In(words.Text)) ||
        Enumerable.Range(Math.Max(0, start - 3), Math.Min(3, start)).Any(i => actors.NameWords.IsFormer(words[i].In(words.Text)));

    private int ClauseEnd(int from)
    {
        var end = from;
        while (end < words.Count && end - from < 12 && !EndsClause(from, end)) end++;
        return end;
    }

    // A comma, bracket or full stop between two words ends the apposition.
    private bool EndsClause(int from, int to)
    {
        for (var i = Math.Max(1, from); i <= to && i < words.Count; i++)
            if (words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny(",;:)”\n\"") >= 0) return true;
        return false;
    }

    private bool Crosses(int from, int to)
    {
        for (var i = from + 1; i <= to; i++)
        {
            var gap = words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            if (gap.IndexOfAny(";:()\"“”\n") >= 0 || gap.StartsWith(". ") && words[i - 1].Length > 3 || (gap.Contains(',') && i != to)) return true;
        }
        return false;
    }
}
