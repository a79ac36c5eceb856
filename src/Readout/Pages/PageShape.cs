using System.Text.RegularExpressions;

namespace Readout.Pages;

internal static partial class PageShape
{
    private const int Reach = 4096;

    /// <summary>A page of markup rather than text that has some markup in it.</summary>
    public static bool IsHtml(string text)
    {
        var head = text.AsSpan().TrimStart();
        head = head[..Math.Min(head.Length, Reach)];
        return Frame().IsMatch(head) || (head.Length > 2 && head[0] == '<' && (char.IsAsciiLetter(head[1]) || head[1] is '!' or '?'));
    }

    [GeneratedRegex(@"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
