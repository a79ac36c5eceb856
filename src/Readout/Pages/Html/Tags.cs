namespace Readout.Pages.Html;

/// <summary>The names and traits of the elements (HTML Living Standard, sections 13.2 and 15.3).</summary>
internal static class Tags
{
    private static readonly Traits[] Table = new Traits[256];

    static Tags()
    {
        Set(Traits.Special, "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp");
        Set(Traits.Scope | Traits.ListScope | Traits.ButtonScope, "applet caption html table td th marquee object template");
        Set(Traits.ListScope, "ol ul");
        Set(Traits.ButtonScope, "button");
        Set(Traits.TableScope, "html table template");
        Set(Traits.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        Set(Traits.ImpliedEnd, "dd dt li optgroup option p rb rp rt rtc");
        Set(Traits.Flow, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul");
        Set(Traits.Formatting, "a b big code em font i nobr s small strike strong tt u");
        Set(Traits.Foster, "table tbody tfoot thead tr");
        Set(Traits.Head, "base basefont bgsound link meta noframes noscript script style template title");
        Set(Traits.Block, "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table caption tbody thead tfoot tr ul");
        Set(Traits.Unread, "script style template noscript svg iframe select option datalist input textarea object embed canvas audio video map head title dialog link meta frameset noframes applet progress meter rp rt annotation base img picture");
        Set(Traits.EndsDrawing, "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var");
    }

    public static NameTable Names { get; } = new([.. Enum.GetNames<Tag>().Select((n, i) => i < (int)Tag.A ? "" : n.ToLowerInvariant())]);

    public static bool Is(this Tag tag, Traits traits) => (Table[(int)tag] & traits) != 0;

    public static Tag Of(ReadOnlySpan<char> name) => Names.Find(name) is >= 0 and var index ? (Tag)index : Tag.Unknown;

    /// <summary>1-6 for headings, else 0.</summary>
    public static int HeadingLevel(this Tag tag) => tag is >= Tag.H1 and <= Tag.H6 ? tag - Tag.H1 + 1 : 0;

    private static void Set(Traits traits, string names)
    {
        foreach (var name in names.Split(' ')) Table[(int)Enum.Parse<Tag>(name, ignoreCase: true)] |= traits;
    }
}
