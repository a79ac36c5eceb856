using System.Text.RegularExpressions;
using Readout.Loading;

namespace Readout.Pages;

/// <summary>Patterns for short lines, from a knowledge file: one regular expression a line, with what it tells.</summary>
internal sealed class LinePatterns
{
    private readonly List<(Regex Pattern, string Reason)> patterns = [];

    public LinePatterns(KnowledgeTable table, bool ignoreCase = true)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        foreach (var row in table.Rows)
        {
            try
            {
                patterns.Add((new Regex(row["pattern"], options), row["reason"]));
            }
            catch (ArgumentException problem)
            {
                throw row.Wrong($"is no regular expression: {problem.Message}");
            }
            catch (NotSupportedException problem)
            {
                throw row.Wrong($"uses what cannot be matched in linear time: {problem.Message}");
            }
        }
    }

    public string? Reason(string line)
    {
        foreach (var (pattern, reason) in patterns)
            if (pattern.IsMatch(line)) return reason;
        return null;
    }

    public bool Fits(string line) => Reason(line) is not null;
}
