namespace Readout.Events;

/// <summary>Signs that only the whole article gives: how often an event is told, and what of its kind was told before.</summary>
internal sealed class ArticleSigns
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The draft's own signs and those of the article; to be asked in text order.</summary>
    public List<string> Of(EventDraft draft)
    {
        var signs = new List<string>(draft.Signs) { "mentions:" + Math.Min(4, draft.Mentions) };
        var key = draft.Event.Type + string.Join(',', draft.Actors.Order(StringComparer.Ordinal)) + ">" + string.Join(',', draft.Recipients.Order(StringComparer.Ordinal));
        var before = seen.GetValueOrDefault(key);
        seen[key] = before + 1;
        signs.Add("before:" + Math.Min(3, before));
        return signs;
    }
}
