using AngleSharp.Html.Parser;

namespace Readout.Pages.Markup;

internal static class DomOptions
{
    /// <summary>Nesting beyond this is cut flat by the parser, so that no walk depends on the page's depth.</summary>
    public const int Depth = 512;

    public static HtmlParserOptions Html { get; } = new() { SkipComments = true, DisableElementPositionTracking = true };
}
