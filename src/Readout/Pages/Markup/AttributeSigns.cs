using Readout.Pages.Html;

namespace Readout.Pages.Markup;

/// <summary>Rules on the value of an attribute: <c>role=navigation</c> in full, <c>hidden</c> whatever it is, <c>style~display:none</c> as a part of it.</summary>
internal sealed class AttributeSigns
{
    private readonly NameTable names;
    private readonly List<(string Value, ChromeRule Rule)>?[] whole;
    private readonly List<(string Part, ChromeRule Rule)>?[] parts;
    private readonly ChromeRule?[] any;

    public AttributeSigns(IReadOnlyList<ChromeRule> rules)
    {
        names = Html.AttributeNames.With(rules.Select(r => r.Sign.Split('=', '~')[0]));
        (whole, parts, any) = (new List<(string, ChromeRule)>?[names.Count], new List<(string, ChromeRule)>?[names.Count], new ChromeRule?[names.Count]);
        foreach (var rule in rules)
        {
            var border = rule.Sign.AsSpan().IndexOfAny('=', '~');
            var index = names.Find(border < 0 ? rule.Sign : rule.Sign.AsSpan(0, border));
            if (border < 0) any[index] = rule;
            else ((rule.Sign[border] == '=' ? whole : parts)[index] ??= []).Add((rule.Sign[(border + 1)..], rule));
        }
    }

    /// <summary>All attributes that are kept of a page.</summary>
    public NameTable Names => names;

    public ChromeRule? Of(Attr name, ReadOnlySpan<char> value)
    {
        var index = (int)name;
        if (whole[index] is { } values)
            foreach (var (sign, rule) in values)
                if (value.Trim().Equals(sign, StringComparison.OrdinalIgnoreCase)) return rule;
        if (any[index] is { } always) return always;
        if (parts[index] is not { } signs) return null;
        Span<char> plain = stackalloc char[256];
        var length = 0;
        foreach (var c in value)
            if (c != ' ' && length < plain.Length) plain[length++] = char.ToLowerInvariant(c);
        foreach (var (sign, rule) in signs)
            if (plain[..length].Contains(sign, StringComparison.Ordinal)) return rule;
        return null;
    }
}
