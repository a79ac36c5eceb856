namespace Readout.Syntax.Network;

/// <summary>What a mark does, which says where it hangs.</summary>
internal enum Mark : byte
{
    None,
    Other,
    Comma,
    Final,
    Joining,
    Opening,
    Closing,
    Quote,
}

/// <summary>
/// Hangs punctuation on the finished tree by the guidelines of Universal Dependencies: it governs nothing, crosses no arc, a pair belongs to
/// the head of what it encloses, a separating mark to the lower of the units at its sides, a final mark to the unit before it. Among the
/// places that cross nothing the network's score decides, with a bonus for the place that the guidelines name.
/// </summary>
internal sealed unsafe class PunctuationHeads
{
    // Fitted on the development parts: the guidelines are all but certain for pairs and hyphens, and a weak hint for commas.
    private const float Strong = 4, Weak = 0.7f;
    private readonly List<(int Open, int Close)> pairs = [];
    private readonly Stack<int> open = new();
    private Mark[] marks = [];
    private int[] left = [], right = [], rule = [];

    public static Mark MarkOf(ReadOnlySpan<char> form) => form switch
    {
        "," => Mark.Comma,
        "." or "?" or "!" or "..." or "…" => Mark.Final,
        "-" or "–" or "—" or "--" or ":" or ";" => Mark.Joining,
        "(" or "[" or "{" or "“" or "«" or "``" => Mark.Opening,
        ")" or "]" or "}" or "”" or "»" or "''" => Mark.Closing,
        "\"" => Mark.Quote,
        _ => Mark.Other,
    };

    /// <param name="kinds">For each position its mark; <see cref="Mark.None"/> for words. Position 0 is the artificial root.</param>
    /// <param name="scores">Scores of the arcs, row by dependent.</param>
    /// <param name="stride">Length of a row in memory.</param>
    /// <param name="heads">The tree; heads of marks are replaced.</param>
    public void Attach(ReadOnlySpan<Mark> kinds, float* scores, int stride, Span<int> heads)
    {
        var n = heads.Length;
        if (left.Length < n) Grow(n);
        kinds.CopyTo(marks);
        FindSpans(heads);
        Array.Fill(rule, -1, 0, n);
        FindPairs(n);
        foreach (var (first, last) in pairs)
        {
            rule[first] = rule[last] = HeadBetween(first, last, heads);
            if (marks[last - 1] is Mark.Comma or Mark.Final) rule[last - 1] = rule[last];
        }
        for (var i = 1; i < n; i++)
            if (marks[i] != Mark.None) heads[i] = Best(i, scores + (long)i * stride, heads);
    }

    private void Grow(int n) => (marks, left, right, rule) = (new Mark[n], new int[n], new int[n], new int[n]);

    private void FindSpans(ReadOnlySpan<int> heads)
    {
        for (var i = 0; i < heads.Length; i++) left[i] = right[i] = i;
        for (var i = 1; i < heads.Length; i++)
            for (var above = i; marks[i] == Mark.None && above > 0; above = heads[above])
                (left[above], right[above]) = (Math.Min(left[above], i), Math.Max(right[above], i));
    }

    private void FindPairs(int n)
    {
        pairs.Clear();
        open.Clear();
        var quote = 0;
        for (var i = 1; i < n; i++)
            switch (marks[i])
            {
                case Mark.Opening: open.Push(i); break;
                case Mark.Closing when open.TryPop(out var first): pairs.Add((first, i)); break;
                case Mark.Quote when quote > 0:
                    pairs.Add((quote, i));
                    quote = 0;
                    break;
                case Mark.Quote: quote = i; break;
            }
    }

    // Of the words between that hang outside, the one nearest to the root; -1 where there is none.
    private int HeadBetween(int first, int last, ReadOnlySpan<int> heads)
    {
        var (best, least) = (-1, int.MaxValue);
        for (var i = first + 1; i < last; i++)
        {
            if (marks[i] != Mark.None || (heads[i] > first && heads[i] < last)) continue;
            var depth = 0;
            for (var above = i; above > 0; above = heads[above]) depth++;
            if (depth < least) (best, least) = (i, depth);
        }
        return best;
    }

    private int Best(int mark, float* row, ReadOnlySpan<int> heads)
    {
        var before = Neighbour(mark, -1, heads.Length);
        var after = Neighbour(mark, 1, heads.Length);
        if (rule[mark] < 0) rule[mark] = Between(mark, before, after, heads);
        var bonus = marks[mark] is Mark.Comma or Mark.Final or Mark.Other ? Weak : Strong;
        var (best, most) = (heads[mark], float.NegativeInfinity);
        foreach (var side in (ReadOnlySpan<int>)[before, after])
            for (var head = side; head > 0; head = heads[head])
            {
                var score = row[head] + (head == rule[mark] ? bonus : 0);
                if (score > most && !Crosses(mark, head, heads)) (best, most) = (head, score);
            }
        return best;
    }

    // The nearest word on one side; 0 where there is none.
    private int Neighbour(int mark, int step, int n)
    {
        var i = mark + step;
        while (i > 0 && i < n && marks[i] != Mark.None) i += step;
        return i < n ? i : 0;
    }

    private int Between(int mark, int before, int after, ReadOnlySpan<int> heads)
    {
        while (before > 0 && heads[before] is > 0 and var above && above < mark && right[before] < mark) before = above;
        while (after > 0 && heads[after] > mark && left[after] > mark) after = heads[after];
        if (before == 0 || after == 0) return Math.Max(before, after);
        if (marks[mark] == Mark.Final && right[before] < mark) return before;
        if (IsAbove(before, after, heads)) return after;
        if (IsAbove(after, before, heads)) return before;
        return left[after] > mark ? after : before;
    }

    private static bool IsAbove(int high, int low, ReadOnlySpan<int> heads)
    {
        while (low > 0 && low != high) low = heads[low];
        return low == high;
    }

    private bool Crosses(int mark, int head, ReadOnlySpan<int> heads)
    {
        var (low, high) = mark < head ? (mark, head) : (head, mark);
        for (var i = 1; i < heads.Length; i++)
        {
            if (marks[i] != Mark.None || i == head) continue;
            var isInside = i > low && i < high;
            if (isInside && (heads[i] < low || heads[i] > high)) return true;
            if (!isInside && heads[i] > low && heads[i] < high) return true;
        }
        return false;
    }
}
