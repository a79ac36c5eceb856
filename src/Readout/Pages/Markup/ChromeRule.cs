namespace Readout.Pages.Markup;

/// <summary>A line of <c>knowledge/pages/chrome.tsv</c>: a sign that an element is no part of the article.</summary>
/// <param name="Sure">Dropped whatever it holds; otherwise only when it does not hold the bulk of the page's prose.</param>
internal sealed record ChromeRule(string Sign, string Reason, bool Sure, Why Why);
