using Readout.Names;

namespace Readout.Syntax.Network;

/// <summary>One thread's buffers for running the networks. After <see cref="Run"/> the results stand by position; each sentence starts
/// with the artificial root.</summary>
internal sealed unsafe class Workspace
{
    private const string Root = "<root>";
    private readonly NetworkPass[] passes;
    private readonly int nonRoot;
    private readonly ArcDecoder decoder = new();
    private readonly PunctuationHeads punctuation = new();
    private readonly Matrix tagScores = new(), nameScores = new(), packed = new(), arcs = new(), markArcs = new(), labelScores = new();
    private readonly List<int> starts = [];
    private readonly List<int> types = [];
    private readonly bool[] isMark;
    private byte[] back = [];
    private Mark[] marks = [];

    /// <param name="weights">The networks.</param>
    /// <param name="isMark">For each class of the tag head, whether it is punctuation.</param>
    /// <param name="labelCount">Relations.</param>
    public Workspace(Weights weights, bool[] isMark, int labelCount)
    {
        (this.isMark, nonRoot) = (isMark, labelCount);
        Cache = new WordCache(weights);
        passes = [.. weights.Networks.Select((network, i) => new NetworkPass(network, Cache, i))];
    }

    public WordCache Cache { get; }

    public Entries Entries { get; } = new();

    public int Count => types.Count;

    public int[] Tags { get; private set; } = [];

    public int[] Heads { get; private set; } = [];

    public int[] Labels { get; private set; } = [];

    public int[] NameTags { get; private set; } = [];

    public int TypeAt(int position) => types[position];

    public void Clear()
    {
        starts.Clear();
        types.Clear();
    }

    /// <summary>Begins a sentence; the words that are added next belong to it.</summary>
    public int Begin()
    {
        starts.Add(types.Count);
        types.Add(Cache.TypeOf(Root));
        return types.Count - 1;
    }

    public void Add(ReadOnlySpan<char> form) => types.Add(Cache.TypeOf(form));

    public void Run()
    {
        if (Tags.Length < Count) Grow(Count + Count / 2);
        Cache.Fill();
        for (var n = 0; n < passes.Length; n++)
        {
            passes[n].Encode(starts, types);
            passes[n].ScoreWords(tagScores, nameScores, add: n > 0);
        }
        FindTags();
        FindNames();
        for (var s = 0; s < starts.Count; s++) FindHeads(starts[s], End(s) - starts[s]);
        for (var n = 0; n < passes.Length; n++) passes[n].ScoreLabels(Heads.AsSpan(0, Count), labelScores, add: n > 0);
        FindLabels();
    }

    private void Grow(int count)
    {
        (Tags, Heads, Labels, NameTags) = (new int[count], new int[count], new int[count], new int[count]);
        back = new byte[count * Names.NameTags.Count];
        marks = new Mark[count];
    }

    private int End(int sentence) => sentence + 1 < starts.Count ? starts[sentence + 1] : Count;

    private void FindTags()
    {
        for (var t = 0; t < Count; t++) Tags[t] = Elementwise.IndexOfMax(tagScores.Row(t), isMark.Length);
    }

    private void FindNames()
    {
        for (var s = 0; s < starts.Count; s++)
        {
            var (start, count) = (starts[s], End(s) - starts[s]);
            NameDecoder.Decode(new ReadOnlySpan<float>(nameScores.Row(start), count * nameScores.Columns), nameScores.Columns, NameTags.AsSpan(start, count), back);
        }
    }

    private void FindHeads(int start, int n)
    {
        for (var i = 0; i < passes.Length; i++) passes[i].ScoreArcs(start, n, packed, arcs, add: i > 0);
        var hasMarks = FindMarks(start, n);
        decoder.Decode(arcs.Data, arcs.Columns, n, Heads.AsSpan(start, n));
        if (hasMarks) punctuation.Attach(marks.AsSpan(start, n), markArcs.Data, markArcs.Columns, Heads.AsSpan(start, n));
    }

    // Punctuation governs nothing and is no root, unless the sentence has nothing else. Its scores are kept: decoding overwrites them.
    private bool FindMarks(int start, int n)
    {
        var count = 0;
        for (var i = 1; i < n; i++)
        {
            marks[start + i] = isMark[Tags[start + i]] ? PunctuationHeads.MarkOf(Cache.Form(types[start + i])) : Mark.None;
            if (marks[start + i] != Mark.None) count++;
        }
        if (count == 0 || count == n - 1) return false;
        markArcs.Resize(n, arcs.Columns);
        for (var i = 1; i < n; i++)
        {
            if (marks[start + i] == Mark.None) continue;
            arcs.RowSpan(i).CopyTo(markArcs.RowSpan(i));
            arcs.Row(i)[0] = ArcDecoder.Never;
            for (var d = 1; d < n; d++) arcs.Row(d)[i] = ArcDecoder.Never;
        }
        return true;
    }

    private void FindLabels()
    {
        for (var t = 0; t < Count; t++)
        {
            var row = labelScores.Row(t);
            row[(int)Deprel.Root] = float.MinValue;
            Labels[t] = Heads[t] == 0 ? (int)Deprel.Root : Elementwise.IndexOfMax(row, nonRoot);
        }
    }
}
