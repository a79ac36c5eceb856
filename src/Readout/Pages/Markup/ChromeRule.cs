namespace Readout.Pages.Markup;

/// <summary>When a sign of chrome is believed.</summary>
internal enum Belief : byte
{
    /// <summary>Unless the elements with the sign hold the bulk of the page's prose.</summary>
    Likely,

    /// <summary>Unless they do, or the element holds running text with few links: menus and teasers are made of links.</summary>
    WithLinks,

    /// <summary>Whatever it holds.</summary>
    Sure,
}

/// <summary>A line of <c>knowledge/pages/chrome.tsv</c>: a sign that an element is no part of the article.</summary>
internal sealed record ChromeRule(string Sign, string Reason, Belief Belief, Why Why)
{
    public bool Sure => Belief == Belief.Sure;
}
