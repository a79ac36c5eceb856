namespace Readout.App.Frame;

/// <summary>A call without a verb is <c>read</c>: <c>readout page.html</c>.</summary>
internal static class DefaultVerb
{
    private static readonly string[] OptionsWithValue = ["--store", "-s", "--date", "--as-of", "--format", "-f", "--jobs", "-j", "--knowledge", "--models"];

    /// <summary>The arguments with the verb that the caller left out. Throws <see cref="UsageException"/> when a verb was misspelled.</summary>
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> args, IReadOnlyCollection<string> verbs)
    {
        var at = 0;
        while (at < args.Count && args[at] is ['-', _, ..] option)
        {
            if (option is "--help" or "-h" or "-?" or "/?" or "--version") return args;
            at += OptionsWithValue.Contains(option) ? 2 : 1;
        }
        if (args.Count == 0 || args[0].StartsWith('[') || (at < args.Count && verbs.Contains(args[at]))) return args;
        if (at < args.Count && Misspelled(args[at], verbs) is { } verb)
            throw new UsageException($"'{args[at]}' is neither a verb nor an input that exists; did you mean 'readout {verb}'?");
        return ["read", .. args];
    }

    private static string? Misspelled(string word, IReadOnlyCollection<string> verbs)
    {
        if (word.Length < 3 || word.Any(c => !char.IsAsciiLetter(c)) || File.Exists(word) || Directory.Exists(word)) return null;
        return verbs.Where(v => Distance(word, v) <= 2 && Distance(word, v) < v.Length - 1).MinBy(v => Distance(word, v));
    }

    /// <summary>Edits of one letter, a swap of neighbours counted as one, that lead from one word to the other.</summary>
    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }
        return costs[a.Length, b.Length];
    }
}
