namespace Readout.Statements;

/// <summary>
/// Pairs quotation marks block by block. Straight marks open and close by what stands beside them. A mark that is never closed
/// runs to the end of its block; speech over several blocks opens anew in each, as newspapers set it.
/// </summary>
internal static class QuotationFinder
{
    // Speech without marks of its own is followed over so many blocks.
    private const int LongestRun = 4;

    private enum Shape : byte
    {
        Opens,
        Closes,
        Either,
    }

    private readonly record struct Mark(int Start, int End, Shape Shape);

    public static IReadOnlyList<Quotation> Find(string text, IReadOnlyList<TextSpan> blocks)
    {
        var found = new List<Quotation>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var next = i + 1 < blocks.Count ? blocks[i + 1] : default;
            FindDouble(text, blocks[i], i, next, found);
            FindSingle(text, blocks[i], i, found);
        }
        FillBetween(text, blocks, found);
        found.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return found;
    }

    // “A.¶B.¶C,” he said: a page that sets each sentence as a block has marks only at both ends of the speech.
    private static void FillBetween(string text, IReadOnlyList<TextSpan> blocks, List<Quotation> found)
    {
        var doubles = found.Where(q => !q.Single).ToList();
        for (var i = 0; i + 1 < doubles.Count; i++)
        {
            var (open, close) = (doubles[i], doubles[i + 1]);
            if (close.Block <= open.Block || close.Block > open.Block + LongestRun || IsClosed(open) || close.Inner.Start > close.Span.Start || close.Span.Start != blocks[close.Block].Start) continue;
            found[found.IndexOf(open)] = open with { Runs = true };
            for (var b = open.Block + 1; b < close.Block; b++) found.Add(new Quotation(blocks[b], blocks[b], b, true, false));
        }

        static bool IsClosed(Quotation quotation) => quotation.Inner.End < quotation.Span.End;
    }

    private static void FindDouble(string text, TextSpan block, int index, TextSpan next, List<Quotation> found)
    {
        Mark? open = null;
        var free = block.Start;
        foreach (var mark in DoubleMarks(text, block))
        {
            if (mark.Shape == Shape.Opens || (mark.Shape == Shape.Either && open is null))
            {
                if (open is { } unclosed) Add(unclosed, SentenceEnd(text, unclosed.End, mark.Start), 0, false);
                open = mark;
            }
            else if (open is { } start) Close(start, mark);
            else if (LacksOpening(text, free, mark)) Add(new Mark(free, free, Shape.Opens), mark.Start, mark.End - mark.Start, false);
        }
        if (open is { } last)
        {
            var runs = next.Length > 0 && IsDouble(text[next.Start]);
            Add(last, TrimEnd(text, last.End, block.End), 0, runs);
        }

        void Close(Mark start, Mark mark)
        {
            Add(start, mark.Start, mark.End - mark.Start, false);
            open = null;
        }

        void Add(Mark start, int end, int closing, bool runs)
        {
            if (end > start.End) found.Add(new Quotation(new(start.Start, end + closing), new(start.End, end), index, runs, false));
            free = end + closing;
        }
    }

    private static IEnumerable<Mark> DoubleMarks(string text, TextSpan block)
    {
        for (var i = block.Start; i < block.End; i++)
        {
            var length = Length(text, i, block.End);
            if (length == 0 || (i > block.Start && text[i - 1] == '=')) continue;
            var mark = new Mark(i, i + length, ShapeOf(text, i, length, block));
            i += length - 1;
            // 6'1" is a measure, not the end of a quotation.
            if (text[mark.Start] == '"' && mark.Start > block.Start && char.IsAsciiDigit(text[mark.Start - 1]) && HasFoot(text, mark.Start, block.Start)) continue;
            yield return mark;
        }
    }

    private static bool HasFoot(string text, int at, int start)
    {
        var i = at - 1;
        while (i > start && char.IsAsciiDigit(text[i])) i--;
        return i > start && text[i] is '\'' or '’' && char.IsAsciiDigit(text[i - 1]);
    }

    private static int Length(string text, int at, int end) =>
        IsDouble(text[at]) ? 1 : at + 1 < end && text[at] == text[at + 1] && text[at] is '\'' or '`' && text[at] == text[at + 1 < end ? at + 1 : at] && at + 1 < end ? 2 : 0;

    private static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    private static Shape ShapeOf(string text, int at, int length, TextSpan block)
    {
        switch (text[at])
        {
            case '“' or '„' or '«' or '`' or '‟':
                // Typists also close with the opening mark: “so“.
                return BesideEnd(text, at + length, block) && !BesideStart(text, at, block) ? Shape.Closes : Shape.Opens;
            case '”' or '»':
                return BesideStart(text, at, block) && !BesideEnd(text, at + length, block) ? Shape.Opens : Shape.Closes;
            default:
                bool start = BesideStart(text, at, block), end = BesideEnd(text, at + length, block);
                return start == end ? Shape.Either : start ? Shape.Opens : Shape.Closes;
        }
    }

    private static bool BesideStart(string text, int at, TextSpan block) =>
        at == block.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '‘' or '-' or '/';

    private static bool BesideEnd(string text, int after, TextSpan block) =>
        after >= block.End || char.IsWhiteSpace(text[after]) || text[after] is ')' or ']' or '.' or ',' or ';' or ':' or '?' or '!' or '—' or '–' or '-' or '’';

    // “... or so he thought.” with the first mark lost: the block or the last quotation is where it began.
    private static bool LacksOpening(string text, int free, Mark mark) =>
        mark.Start > free + 20 && text[mark.Start - 1] is ',' or '.' or '?' or '!' && char.IsUpper(text[Math.Min(free, text.Length - 1)]);

    private static int SentenceEnd(string text, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
            if (text[i] is '.' or '?' or '!' && char.IsWhiteSpace(text[i + 1]) && i - from > 8) return i + 1;
        return TrimEnd(text, from, to);
    }

    private static int TrimEnd(string text, int from, int to)
    {
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return to;
    }

    private static void FindSingle(string text, TextSpan block, int index, List<Quotation> found)
    {
        for (var i = block.Start; i < block.End; i++)
        {
            if (!OpensSingle(text, i, block)) continue;
            var end = CloseOfSingle(text, i + 1, block);
            if (end < 0) continue;
            found.Add(new Quotation(new(i, end + 1), new(i + 1, end), index, false, true));
            i = end;
        }
    }

    private static bool OpensSingle(string text, int at, TextSpan block) =>
        text[at] is '‘' or '\'' && at + 1 < block.End && char.IsLetterOrDigit(text[at + 1])
        && (at == block.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '“' or '"' or '—')
        && !(at > block.Start && text[at - 1] == text[at]);

    // A plural possessive ("the workers' demand") looks like an end; it is one only if no better end follows.
    private static int CloseOfSingle(string text, int from, TextSpan block)
    {
        var possessive = -1;
        for (var i = from; i < block.End; i++)
        {
            if (IsDouble(text[i])) break;
            if (text[i] is not ('’' or '\'') || (i + 1 < block.End && char.IsLetterOrDigit(text[i + 1])) || char.IsWhiteSpace(text[i - 1])) continue;
            if (text[i - 1] != 's') return i;
            if (possessive < 0) possessive = i;
        }
        return possessive;
    }
}
