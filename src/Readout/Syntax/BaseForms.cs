namespace Readout.Syntax;

/// <summary>What a verb form may go back to. Lemmas of rare verbs are guessed ("blasted" as "blaste", "bombed" as "bom"): whoever looks a verb up tries the form too.</summary>
internal static class BaseForms
{
    private static readonly (string Ending, string Instead)[] Endings = [("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", "")];

    /// <summary>The first base form of a verb, the likeliest tried first, under which something is found; null when none is.</summary>
    /// <param name="form">In small letters.</param>
    /// <param name="lookUp">Gives what stands under a base form.</param>
    public static IReadOnlyList<T>? Find<T>(string form, Func<string, IReadOnlyList<T>> lookUp)
    {
        foreach (var (ending, instead) in Endings)
            if (form.EndsWith(ending, StringComparison.Ordinal) && lookUp(form[..^ending.Length] + instead) is { Count: > 0 } found) return found;
        return null;
    }
}
