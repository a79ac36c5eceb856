using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Pages;

/// <summary>One pattern for short lines, with what a line that it fits is.</summary>
internal sealed class LinePattern
{
    private readonly Regex backtracking;
    private readonly Lazy<Regex> linear;

    public LinePattern(KnowledgeRow row, RegexOptions options)
    {
        Reason = row["reason"];
        try
        {
            backtracking = new Regex(row["pattern"], options);
        }
        catch (ArgumentException problem)
        {
            throw row.Wrong($"is no regular expression: {problem.Message}");
        }
        linear = new Lazy<Regex>(() => Linear(row, options | RegexOptions.NonBacktracking));
    }

    public string Reason { get; }

    public bool Fits(string line, bool isLinear) => (isLinear ? linear.Value : backtracking).IsMatch(line);

    private static Regex Linear(KnowledgeRow row, RegexOptions options)
    {
        try
        {
            return new Regex(row["pattern"], options);
        }
        catch (NotSupportedException problem)
        {
            throw row.Wrong($"uses what cannot be matched in linear time: {problem.Message}");
        }
    }
}
