using AngleSharp.Html.Parser;

namespace Readout.Pages.Markup;

internal static class DomOptions
{
    public static HtmlParserOptions Html { get; } = new() { SkipComments = true, DisableElementPositionTracking = true };
}
