namespace Readout.Pages.Html;

/// <summary>The attributes that the reader looks at; knowledge adds its own behind them.</summary>
internal enum Attr : byte
{
    Class,
    Id,
    Itemprop,
    Property,
    Name,
    HttpEquiv,
    Content,
    Rel,
    Href,
    Type,
    Lang,
    XmlLang,
    Title,
    Datetime,
    DataDatetime,
    DataDate,
    DataTime,
    DataTimestamp,
    DataTestid,
    DataComponent,
    Shadowrootmode,
}

/// <summary>The names of attributes that are kept; all others are skipped where they stand.</summary>
internal static class AttributeNames
{
    private static readonly string[] Fixed =
    [
        "class", "id", "itemprop", "property", "name", "http-equiv", "content", "rel", "href", "type", "lang", "xml:lang", "title",
        "datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-testid", "data-component", "shadowrootmode",
    ];

    public static NameTable With(IEnumerable<string> more) => new([.. Fixed.Union(more, StringComparer.Ordinal)]);
}

/// <summary>A kept attribute: its number in the table of names, and where its value stands in the page.</summary>
internal readonly record struct MarkupAttribute(Attr Name, int Start, int Length);
