using System.Collections.Concurrent;

namespace Readout.Output;

/// <summary>The contract's words for enumerated values.</summary>
internal static class Words
{
    /// <summary>Lower case, two words apart: <c>InForce</c> is <c>in force</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return Known.TryGetValue(name, out var known) ? known : Known.GetOrAdd(name, Word(name));
    }

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    private static string Word(string name)
    {
        var word = new System.Text.StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append(' ');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }

    /// <summary>The value of a word; null when there is none.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        if (word is null) return null;
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == word) return value;
        return null;
    }
}
