using System.Text;

namespace Readout.Syntax;

/// <summary>The names of tags and relations as Universal Dependencies writes them.</summary>
internal static class UdText
{
    private static readonly string[] DeprelNames = [.. Enum.GetNames<Deprel>().Select(WithColon)];
    private static readonly string[] UposNames = [.. Enum.GetNames<Upos>().Select(n => n.ToUpperInvariant())];

    /// <summary>"nsubj:pass" for <see cref="Deprel.NsubjPass"/>.</summary>
    public static string Of(Deprel deprel) => DeprelNames[(int)deprel];

    public static string Of(Upos upos) => UposNames[(int)upos];

    /// <summary>The relation with this name; without its subtype when the subtype is unknown; <see cref="Deprel.Dep"/> when the whole is.</summary>
    public static Deprel DeprelOf(string name)
    {
        var index = Array.IndexOf(DeprelNames, name);
        if (index < 0 && name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) index = Array.IndexOf(DeprelNames, name[..colon]);
        return (Deprel)Math.Max(0, index);
    }

    public static Upos UposOf(string name) => (Upos)Math.Max(0, Array.IndexOf(UposNames, name));

    private static string WithColon(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character) && text.Length > 0) text.Append(':');
            text.Append(char.ToLowerInvariant(character));
        }
        return text.ToString();
    }
}
