namespace Readout.Phrases;

/// <summary>Everything that lists and rules recognise in a text: edges from token to token. Files apply in order, each on what the files before it found.</summary>
internal sealed class PhraseChart
{
    private readonly PhraseGrammar grammar;
    private readonly PhraseEdge?[] first;
    private readonly List<PhraseEdge> edges = [];
    private readonly List<PhraseEdge> fresh = [];
    private readonly int[] lastTried;
    private readonly PhraseEdge?[] captures = new PhraseEdge?[PhrasePatternReader.MaximumSlots];
    private readonly PhraseEdge?[] best = new PhraseEdge?[PhrasePatternReader.MaximumSlots];
    private int bestEnd;

    private PhraseChart(PhraseGrammar grammar, List<PhraseToken> tokens)
    {
        (this.grammar, Tokens) = (grammar, tokens);
        first = new PhraseEdge?[tokens.Count + 1];
        lastTried = new int[grammar.Rules.Count];
    }

    public List<PhraseToken> Tokens { get; }

    public IReadOnlyList<PhraseEdge> Edges => edges;

    public static PhraseChart Build(List<PhraseToken> tokens, PhraseGrammar grammar, NumberReader numbers)
    {
        var chart = new PhraseChart(grammar, tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            chart.AddSenses(at);
            numbers.Read(tokens, at, chart.Add);
        }
        for (var stage = 0; stage < grammar.StageCount; stage++) chart.Run(stage);
        return chart;
    }

    /// <summary>The first of the edges that start here; the others hang on it.</summary>
    public PhraseEdge? At(int token) => first[token];

    public TextSpan SpanOf(PhraseEdge edge) => new(Tokens[edge.Start].Span.Start, Tokens[edge.End - 1].Span.End);

    private void Add(PhraseEdge edge)
    {
        edge.Sibling = first[edge.Start];
        first[edge.Start] = edge;
        edges.Add(edge);
    }

    private void AddSenses(int at)
    {
        var token = Tokens[at];
        if (token.Word is null) return;
        foreach (var sense in token.Word.Senses)
            if (!sense.NeedsCapital || token.Capital)
                Add(new PhraseEdge { Category = sense.Category, Grain = sense.Grain, Start = at, End = at + 1, Value = sense.Value, Number = sense.Number });
    }

    private void Run(int stage)
    {
        Array.Fill(lastTried, -1);
        for (var at = 0; at < Tokens.Count; at++)
        {
            if (Tokens[at].Word is { Starts.Length: > 0 } word)
                foreach (var rule in word.Starts[stage]) Try(rule, at);
            var byCategory = grammar.StartsByCategory[stage];
            for (var edge = first[at]; edge is not null; edge = edge.Sibling)
                foreach (var rule in byCategory[edge.Category]) Try(rule, at);
            foreach (var edge in fresh) Add(edge);
            fresh.Clear();
        }
    }

    private void Try(PhraseRule rule, int at)
    {
        if (lastTried[rule.Order] == at) return;
        lastTried[rule.Order] = at;
        bestEnd = -1;
        foreach (var pattern in rule.Patterns)
        {
            Array.Clear(captures);
            Walk(pattern, at);
        }
        if (bestEnd <= at) return;
        var edge = Edge(rule, at, bestEnd);
        if (Holds(rule, at, edge.End)) fresh.Add(edge);
    }

    private PhraseEdge Edge(PhraseRule rule, int start, int end)
    {
        var grain = rule.Grain >= 0 ? rule.Grain : best[rule.GrainSlot]?.Grain ?? grammar.NoGrain;
        var word = rule.Formula.Operation == PhraseFormula.Word ? rule.Formula.Arguments[0] : default;
        var captured = word is { Constant: null } && rule.Formula.Operation == PhraseFormula.Word ? best[word.Slot] : null;
        return new PhraseEdge
        {
            Category = rule.Category,
            Grain = grain,
            Start = start,
            End = end,
            Rule = rule,
            Captures = best.AsSpan(0, rule.SlotCount).ToArray(),
            Value = captured?.Value ?? word.Constant,
            Number = captured?.Number,
        };
    }

    // Depth first over all ways; the longest wins, and among equals the one written first.
    private void Walk(PhraseNode node, int at)
    {
        switch (node.Kind)
        {
            case NodeKind.End:
                if (at <= bestEnd) break;
                bestEnd = at;
                captures.CopyTo(best, 0);
                break;
            case NodeKind.Branch:
                foreach (var branch in node.Branches) Walk(branch, at);
                break;
            case NodeKind.Any:
                if (at < Tokens.Count && Tokens[at].Shape != TokenShape.Border) Walk(node.Next!, at + 1);
                break;
            case NodeKind.Word:
                if (at < Tokens.Count && Tokens[at].Word == node.Word && (!node.NeedsCapital || Tokens[at].Capital)) Walk(node.Next!, at + 1);
                break;
            default:
                WalkEdges(node, at);
                break;
        }
    }

    private void WalkEdges(PhraseNode node, int at)
    {
        if (at >= first.Length) return;
        for (var edge = first[at]; edge is not null; edge = edge.Sibling)
        {
            if (edge.Category != node.Category || node.Grains.Length > 0 && Array.IndexOf(node.Grains, edge.Grain) < 0) continue;
            var kept = captures[node.Slot];
            captures[node.Slot] = edge;
            Walk(node.Next!, edge.End);
            captures[node.Slot] = kept;
        }
    }

    private bool Holds(PhraseRule rule, int start, int end) =>
        !rule.UnlessBefore.Any(p => LongestFrom(p, end) > end) && !rule.UnlessAfter.Any(p => EndsAt(p, start))
            && (rule.OnlyBefore.Count == 0 || rule.OnlyBefore.Any(p => LongestFrom(p, end) > end))
            && (rule.OnlyAfter.Count == 0 || rule.OnlyAfter.Any(p => EndsAt(p, start)));

    private int LongestFrom(PhraseNode pattern, int at)
    {
        bestEnd = -1;
        Walk(pattern, at);
        return bestEnd;
    }

    // What stands before a phrase is short: five words are enough for every condition in the rules.
    private bool EndsAt(PhraseNode pattern, int end)
    {
        for (var start = end - 1; start >= Math.Max(0, end - 5); start--)
            if (LongestFrom(pattern, start) == end) return true;
        return false;
    }
}
