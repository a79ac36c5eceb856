using AngleSharp.Dom;

namespace Readout.Pages.Markup;

/// <summary>Reads what class, id, role and tag say about an element. One instance per page: equal classes are read once.</summary>
internal sealed class ChromeSigns(PageKnowledge knowledge)
{
    private readonly Dictionary<string, ChromeRule?> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> captions = new(StringComparer.Ordinal);

    public ChromeRule? Of(IElement element)
    {
        if (knowledge.TagRules.TryGetValue(element.LocalName, out var byTag)) return byTag;
        foreach (var attribute in knowledge.AttributeNames)
            if (element.GetAttribute(attribute) is { } value && knowledge.AttributeRule(attribute, value) is { } rule) return rule;
        return OfWords(element.ClassName) ?? OfWords(element.Id) ?? OfWords(element.GetAttribute("data-testid")) ?? OfWords(element.GetAttribute("data-component"));
    }

    public bool IsCaption(IElement element) => element.ClassName is { Length: > 0 } classes && Caption(classes);

    private bool Caption(string classes)
    {
        if (!captions.TryGetValue(classes, out var caption)) captions[classes] = caption = HintWords.Of(classes).Any(knowledge.CaptionWords.Contains);
        return caption;
    }

    private ChromeRule? OfWords(string? hint)
    {
        if (string.IsNullOrEmpty(hint)) return null;
        if (!seen.TryGetValue(hint, out var rule)) seen[hint] = rule = knowledge.WordRule(hint);
        return rule;
    }
}
