using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Readout.Pages.Html;

namespace Readout.Tests.Pages.Html;

/// <summary>Trees printed in one form, ours and those of AngleSharp, which follows the standard: <c>p("a" b("c"))</c>.</summary>
internal static class Soup
{
    public static string Ours(string page)
    {
        using var tree = TreeConstructor.Parse(page, Known.Knowledge.Pages);
        var text = new StringBuilder();
        Print(tree, tree.Body, text);
        return text.ToString().Trim();
    }

    public static string Standard(string page)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(page);
        var text = new StringBuilder();
        Print(document.Body!, text);
        return text.ToString().Trim();
    }

    private static void Print(MarkupTree tree, int element, StringBuilder text)
    {
        var words = "";
        for (var child = tree[element].First; child >= 0; child = tree[child].Next)
        {
            if (tree.Tag(child) == Tag.Text)
            {
                words += tree.Decoded(child);
                continue;
            }
            Say(ref words, text);
            text.Append(' ').Append(tree.Tag(child) == Tag.Unknown ? tree.Raw(child).ToString() : Tags.Names[(int)tree.Tag(child)]).Append('(');
            Print(tree, child, text);
            text.Append(')');
        }
        Say(ref words, text);
    }

    private static void Print(IElement element, StringBuilder text)
    {
        var words = "";
        foreach (var child in element.ChildNodes)
        {
            if (child is IText data)
            {
                words += data.Data;
                continue;
            }
            if (child is not IElement inner) continue;
            Say(ref words, text);
            text.Append(' ').Append(inner.LocalName).Append('(');
            Print(inner, text);
            text.Append(')');
        }
        Say(ref words, text);
    }

    private static void Say(ref string words, StringBuilder text)
    {
        if (words.Length > 0) text.Append('"').Append(words).Append('"');
        words = "";
    }
}
