namespace Readout.Pages.Html;

internal static class Doctype
{
    /// <summary>False for the declarations that ask for the ways of old browsers (13.2.6.4.1), the commonest of them.</summary>
    public static bool IsStandard(ReadOnlySpan<char> declaration)
    {
        if (!declaration["<!doctype".Length..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase)) return false;
        if (Has(declaration, "//DTD HTML 4.01 Transitional//") || Has(declaration, "//DTD HTML 4.01 Frameset//")) return Has(declaration, "http:");
        return Has(declaration, "//DTD XHTML") || Has(declaration, "//DTD HTML 4.01//") || !Has(declaration, "-//");
    }

    private static bool Has(ReadOnlySpan<char> declaration, string part) => declaration.Contains(part, StringComparison.OrdinalIgnoreCase);
}
