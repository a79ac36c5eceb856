namespace Readout;

/// <summary>Who made a finding: the rule with its knowledge file and line, or a named step of the program.</summary>
/// <param name="Rule">Name of the rule or step, unique within its file.</param>
/// <param name="File">Knowledge file, relative to the knowledge folder; null when the step is code.</param>
/// <param name="Line">One-based line in <paramref name="File"/>; 0 when there is no file.</param>
public sealed record Why(string Rule, string? File = null, int Line = 0)
{
    /// <summary>The rule, with file and line where there is one.</summary>
    public override string ToString() => File is null ? Rule : $"{Rule} ({File}:{Line})";
}
