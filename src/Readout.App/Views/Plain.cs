using System.Globalization;
using System.Text;
using Readout.Store.Asking;
using Spectre.Console;

namespace Readout.App.Views;

/// <summary>Words of articles inside markup.</summary>
internal static class Plain
{
    /// <summary>Data is never markup ("[South]" is no colour), never moves the cursor, and stays on one line.</summary>
    public static string Of(string? text) => Markup.Escape(Line(text));

    /// <summary>The same where no markup is read.</summary>
    public static string Line(string? text)
    {
        var safe = new StringBuilder(text?.Length ?? 0);
        foreach (var c in text ?? "") safe.Append(char.IsControl(c) ? ' ' : c);
        return safe.ToString();
    }

    /// <summary>The day, outlet and place in the text that a finding rests on.</summary>
    public static string Of(Citation citation) => $"[dim]{Of($"{citation.Outlet}, {citation.Published ?? "undated"}, {citation.Article} {citation.Span}")}[/]";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(IEnumerable<Party> parties) => Of(string.Join(", ", parties.Select(p => p.Name)));
}
