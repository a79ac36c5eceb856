using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Pages;

/// <summary>Patterns for short lines, from a knowledge file: one regular expression a line, with what it tells.</summary>
internal sealed class LinePatterns
{
    /// <summary>
    /// Compiling a pattern for matching in linear time costs as much as searching ten thousand lines. The first lines of a process, which are short, are therefore
    /// searched by backtracking; whoever reads more gets the automata. Both find the same.
    /// </summary>
    private const int LinesByBacktracking = 1000;

    private readonly List<LinePattern> patterns = [];
    private int lines;

    public LinePatterns(KnowledgeTable table, bool ignoreCase = true)
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        foreach (var row in table.Rows) patterns.Add(new LinePattern(row, options));
    }

    public string? Reason(string line)
    {
        var isLinear = lines >= LinesByBacktracking || Interlocked.Increment(ref lines) >= LinesByBacktracking;
        foreach (var pattern in patterns)
            if (pattern.Fits(line, isLinear)) return pattern.Reason;
        return null;
    }

    public bool Fits(string line) => Reason(line) is not null;

    /// <summary>Compiles all patterns for linear time, which throws on what cannot be matched so.</summary>
    public int Check()
    {
        foreach (var pattern in patterns) pattern.Fits("", isLinear: true);
        return patterns.Count;
    }
}
