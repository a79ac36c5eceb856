using System.Text;
using AngleSharp.Dom;

namespace Readout.Pages.Markup;

/// <summary>The text of a small element, white space made single, without recursion and without what is not read.</summary>
internal static class ElementText
{
    /// <param name="limit">Characters after which the rest is left away; an element that long is no label.</param>
    public static string Of(IElement element, int limit)
    {
        var text = new StringBuilder();
        var open = new Stack<INode>();
        open.Push(element);
        while (open.TryPop(out var node) && text.Length <= limit)
        {
            if (node is IText data) text.Append(data.Data);
            else if (node is IElement inner && !TagKinds.IsUnread(inner.LocalName))
            {
                text.Append(' ', inner == element || !TagKinds.IsBlock(inner.LocalName) ? 0 : 1);
                for (var i = inner.ChildNodes.Length - 1; i >= 0; i--) open.Push(inner.ChildNodes[i]);
            }
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
