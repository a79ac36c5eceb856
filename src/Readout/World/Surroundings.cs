namespace Readout.World;

/// <summary>What stands beside a person's name: the title, and the state or body it belongs to.</summary>
internal sealed record Introduction(TitleNoun? Title, TextSpan? TitleSpan, Actor? Of, bool Former);

/// <summary>Reads the title before a name ("South Korean Foreign Minister ...") and the apposition after it (", a fellow with ... in Seoul,").</summary>
internal sealed class Surroundings(Actors actors, Words words)
{
    private const int Reach = 9;

    public Introduction Of(NameUse use)
    {
        var before = Before(use);
        return before.Title is not null ? before : After(use) is { Title: not null } after ? after with { Of = after.Of ?? before.Of } : before;
    }

    // The longest title that ends where the name begins, or one comma before it ("South Korea's president, Moon Jae").
    private Introduction Before(NameUse use)
    {
        for (var start = Math.Max(0, use.FirstWord - Reach); start < use.FirstWord; start++)
        {
            if (Crosses(start, use.FirstWord) || actors.Titles.Longest(words, start) is not { } match || match.End > use.FirstWord) continue;
            if (match.End < use.FirstWord && !Continues(match, use.FirstWord)) continue;
            return new Introduction(match.Targets[0], new TextSpan(match.Span.Start, words[use.FirstWord - 1].End), Owner(start) ?? Within(match.End, use.FirstWord), IsFormer(start));
        }
        return new Introduction(null, null, null, false);
    }

    // "Minister of National Defense NAME", "leader of the party NAME": only of-phrases and names may stand between.
    private bool Continues(AliasMatch<TitleNoun> title, int name)
    {
        var gap = words.Text.AsSpan(title.Span.End, words[name].Start - title.Span.End);
        return gap.Trim() is "," or "–" || (gap.StartsWith(" of ") && !gap.Contains(',')) || (gap.StartsWith(" to ") && gap.Length < 40 && gap.IndexOf(',') is var comma && (comma < 0 || comma == gap.Length - 2));
    }

    private Introduction After(NameUse use)
    {
        var next = words.At(use.Span.End);
        if (next >= words.Count) return new Introduction(null, null, null, false);
        var gap = words.Text.AsSpan(use.Span.End, words[next].Start - use.Span.End);
        if (gap is not (", " or " (" or " – " or ", “")) return new Introduction(null, null, null, false);
        for (var start = next; start < Math.Min(words.Count, next + Reach) && !EndsClause(next + 1, start); start++)
        {
            if (actors.Titles.Longest(words, start) is not { } match) continue;
            var end = ClauseEnd(match.End);
            return new Introduction(match.Targets[0], match.Span, Within(next, start) ?? (match.End < words.Count && !EndsClause(match.End, match.End) ? Within(match.End, end) : null), IsFormer(start));
        }
        return new Introduction(null, null, null, false);
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
