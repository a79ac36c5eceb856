using Readout.Names;
using Readout.Places;
using Readout.Syntax;

namespace Readout.World;

/// <summary>A proper name in a sentence: what the knowledge may make of it and what the tagger saw.</summary>
/// <param name="Targets">Meanings in the knowledge files; empty when the name is unknown.</param>
/// <param name="Seen">Kind that the name tagger gave; null when only the knowledge found it.</param>
/// <param name="FirstWord">Index of its first word in the article's <see cref="Words"/>.</param>
internal sealed record NameUse(int Sentence, int Start, int End, int Head, TextSpan Span, IReadOnlyList<AliasTarget> Targets, NameKind? Seen, int FirstWord)
{
    public bool IsPerson => Targets.Count > 0 ? Targets[0].Actor.Kind == EntityKind.Person : Seen == NameKind.Person;
}

/// <summary>Finds the proper names of an article: those in the knowledge files and those the tagger saw; of two that overlap the longer.</summary>
internal sealed class NameFinder(Actors actors, PlaceKnowledge places)
{
    public List<NameUse> Find(IReadOnlyList<Parse> parses, Words words)
    {
        var uses = new List<NameUse>();
        for (var s = 0; s < parses.Count; s++) uses.AddRange(Merge(InSentence(parses[s], words), Known(parses[s], words), parses[s], s, words));
        return uses;
    }

    // What the tagger saw, mended: a name ends in a capital, and two unknown pieces side by side are one name.
    private List<(int Start, int End, NameKind Kind)> InSentence(Parse parse, Words words)
    {
        var seen = new List<(int Start, int End, NameKind Kind)>();
        foreach (var name in parse.Names.Where(n => n.End > n.Start && char.IsUpper(parse.Text[parse[n.Start].Span.Start])))
        {
            var (start, end) = (WithoutHonour(parse, name.Start, name.End), name.End);
            if (start == end) continue;
            while (end > start + 1 && char.IsLower(parse.Text[parse[end - 1].Span.Start])) end--;
            if (end == start + 1 && (IsTitle(parse, start, words) || IsNoName(parse, start))) continue;
            if (name.Kind == NameKind.Person && IsThing(parse, start)) continue;
            if (name.Kind == NameKind.Person) (start, end) = (WithGiven(parse, WithoutTitle(parse, start, end, words)), WithNickname(parse, WithParticle(parse, end)));
            if (seen.Count > 0 && seen[^1].End == start && (seen[^1].Kind == NameKind.Misc || name.Kind == NameKind.Misc || seen[^1].Kind == name.Kind))
                seen[^1] = (seen[^1].Start, end, seen[^1].Kind == NameKind.Misc ? name.Kind : seen[^1].Kind);
            else seen.Add((start, end, IsPersonal(parse, start, end, words) ? NameKind.Person : name.Kind));
        }
        return seen;
    }

    // "His Holiness Tawadros II", "Her Majesty": the words of honour are no name.
    private int WithoutHonour(Parse parse, int start, int end)
    {
        while (start < end && (actors.NameWords.IsHonour(parse[start].Span.In(parse.Text)) || (start + 1 < end && parse[start].Upos == Upos.Pron && actors.NameWords.IsHonour(parse[start + 1].Span.In(parse.Text))))) start++;
        return start;
    }

    // A letter alone, and "Il" of "Il-20".
    private static bool IsNoName(Parse parse, int word) =>
        parse[word].Span.Length == 1 || (parse[word].Span.End + 1 < parse.Text.Length && parse.Text[parse[word].Span.End] == '-' && char.IsAsciiDigit(parse.Text[parse[word].Span.End + 1]));

    // "Typhoon Bopha", "Cyclone Idai".
    private bool IsThing(Parse parse, int start) =>
        actors.NameWords.IsThing(parse[start].Span.In(parse.Text)) || (start > 0 && actors.NameWords.IsThing(parse[start - 1].Span.In(parse.Text)));

    // "Arnel dela Vega", where the tagger saw "Arnel"; "Joseph R. Biden, Jr."
    private int WithParticle(Parse parse, int end)
    {
        var next = end;
        while (next < parse.Count && next - end < 2 && actors.NameWords.IsParticle(Fold.Text(parse[next].Span.Of(parse.Text))) && char.IsLower(parse.Text[parse[next].Span.Start])) next++;
        if (next > end && next < parse.Count && char.IsUpper(parse.Text[parse[next].Span.Start]) && parse[next].Upos == Upos.Propn) end = next + 1;
        var suffix = end < parse.Count && parse[end].Span.Of(parse.Text) is "," ? end + 1 : end;
        return suffix < parse.Count && parse[suffix].Span.Of(parse.Text) is "Jr." or "Jr" or "Sr." or "Sr" ? suffix + 1 : end;
    }

    // "Cobus van Staden", where the tagger saw "Staden".
    private int WithGiven(Parse parse, int start)
    {
        var first = start;
        while (first > 0 && start - first < 2 && char.IsLower(parse.Text[parse[first - 1].Span.Start]) && actors.NameWords.IsParticle(Fold.Text(parse[first - 1].Span.Of(parse.Text)))) first--;
        return first < start && first > 0 && parse[first - 1].Upos == Upos.Propn && char.IsUpper(parse.Text[parse[first - 1].Span.Start]) ? first - 1 : start;
    }

    // "Matiu “Matt” Ratana", "Benjamin (Ben) Sides".
    private static int WithNickname(Parse parse, int end)
    {
        if (end + 3 >= parse.Count || parse[end].Upos != Upos.Punct || parse[end + 2].Upos != Upos.Punct || parse[end].Span.Of(parse.Text) is not ("\"" or "“" or "(" or "'" or "‘")) return end;
        return char.IsUpper(parse.Text[parse[end + 1].Span.Start]) && parse[end + 3].Upos == Upos.Propn && char.IsUpper(parse.Text[parse[end + 3].Span.Start]) ? end + 4 : end;
    }

    // "Special Envoy Lenderking": the tagger took the title for a part of the name.
    private int WithoutTitle(Parse parse, int start, int end, Words words)
    {
        var first = words.At(parse[start].Span.Start);
        if (actors.Longest(words, first) is not null || actors.Titles.Longest(words, first) is not { } title || title.Targets[0].Role is not { } role || !actors.IsOffice(role) || title.Span.End >= parse[end - 1].Span.Start) return start;
        var (_, after) = Tokens(parse, title.Span);
        return after > start && after < end ? after : start;
    }

    // "Maya Gebeily" is a person whatever the tagger saw: a given name and one more word that is no noun of a body or place.
    private bool IsPersonal(Parse parse, int start, int end, Words words)
    {
        if (end - start != 2) return false;
        var name = parse.SpanOf(start, end).In(parse.Text);
        return actors.GivenNames.Of(name) != '?' && !name.EndsWith('s') && !IsTitle(parse, start + 1, words) && char.IsUpper(parse.Text[parse[start + 1].Span.Start]) && !places.Knows(name) && !places.Knows(parse[start + 1].Span.In(parse.Text));
    }

    private bool IsTitle(Parse parse, int word, Words words) =>
        actors.Titles.Longest(words, words.At(parse[word].Span.Start)) is not null && actors.Longest(words, words.At(parse[word].Span.Start)) is null;

    private List<AliasMatch<AliasTarget>> Known(Parse parse, Words words)
    {
        var found = new List<AliasMatch<AliasTarget>>();
        for (var w = words.At(parse.Span.Start); w < words.Count && words[w].Start < parse.Span.End;)
        {
            var match = actors.Longest(words, w);
            if (match is not null) found.Add(match);
            w = match?.End ?? w + 1;
        }
        return found;
    }

    private IEnumerable<NameUse> Merge(List<(int Start, int End, NameKind Kind)> seen, List<AliasMatch<AliasTarget>> known, Parse parse, int sentence, Words words)
    {
        var taken = seen;
        foreach (var match in known)
        {
            var (start, end) = Tokens(parse, match.Span);
            if (end <= start) continue;
            var clash = taken.FindIndex(t => t.Start < end && start < t.End);
            NameKind? kind = null;
            if (clash >= 0)
            {
                var other = taken[clash];
                // A longer name that the tagger saw is another thing ("Korean Peninsula Future Forum", "Kansas City"), unless the alias only modifies it.
                // "Joseph R. Biden, Jr.": the tables have him without the suffix.
                if (other.Kind == NameKind.Person && other.Start == start && other.End > end && IsSuffix(parse, end, other.End))
                {
                    taken.RemoveAt(clash);
                    yield return new NameUse(sentence, start, other.End, HeadOf(parse, start, end), parse.SpanOf(start, other.End), match.Targets, other.Kind, match.Start);
                    continue;
                }
                // "Alaska Sarah Palin": a person of the tables behind another name of them.
                var isTail = other.Kind == NameKind.Person && other.End == end && end - start > 1 && match.Targets.Any(t => t.Actor.Kind == EntityKind.Person) && known.Exists(k => Tokens(parse, k.Span) == (other.Start, start));
                if (!isTail && other.End - other.Start > end - start && !Modifies(match) && (other.Kind != NameKind.Location || places.Knows(parse.SpanOf(other.Start, other.End).In(parse.Text)))) continue;
                kind = other.Kind;
                if (!Modifies(match)) taken.RemoveAt(clash);
                else if (other.Start == start) taken[clash] = (end, other.End, other.Kind);
                // "People" and "Republic of China" were two names to the tagger.
                if (!Modifies(match)) taken.RemoveAll(t => start <= t.Start && t.End <= end);
            }
            yield return new NameUse(sentence, start, end, HeadOf(parse, start, end), match.Span, match.Targets, kind, match.Start);
        }
        foreach (var (start, end, kind) in taken.Where(t => t.End > t.Start))
        {
            var span = parse.SpanOf(start, end);
            yield return new NameUse(sentence, start, end, HeadOf(parse, start, end), span, [], kind, words.At(span.Start));
        }
    }

    private static bool IsSuffix(Parse parse, int start, int end) =>
        parse.SpanOf(start, end).Of(parse.Text).Trim(" ,") is "Jr." or "Jr" or "Sr." or "Sr";

    private static bool Modifies(AliasMatch<AliasTarget> match) => match.Targets.All(t => t.Use == AliasUse.Adjective);

    /// <summary>The words of a parse that a span covers, half-open.</summary>
    public static (int Start, int End) Tokens(Parse parse, TextSpan span)
    {
        var start = 0;
        while (start < parse.Count && parse[start].Span.End <= span.Start) start++;
        var end = start;
        while (end < parse.Count && parse[end].Span.Start < span.End) end++;
        return (start, end);
    }

    /// <summary>The word of a range whose head lies outside it.</summary>
    public static int HeadOf(Parse parse, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (parse[i].Head < start || parse[i].Head >= end) return i;
        return start;
    }
}
