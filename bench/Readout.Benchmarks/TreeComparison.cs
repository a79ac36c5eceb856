using System.Diagnostics;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Readout.Pages;
using Readout.Pages.Html;

namespace Readout.Benchmarks;

/// <summary>Our trees beside those of AngleSharp, which follows the standard: elements in order with their depth, and the words between them.</summary>
internal static class TreeComparison
{
    // What these hold is neither shown nor built by us.
    private static readonly HashSet<string> Unread = new("head script style template noscript svg iframe select title textarea noframes".Split(' '), StringComparer.Ordinal);

    public static int Run(IReadOnlyList<PageFile> files, PageKnowledge knowledge)
    {
        var texts = files.Select(f => Encoding.UTF8.GetString(f.Bytes)).ToList();
        var equal = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var (standard, own) = (Standard(texts[i]), Own(texts[i], knowledge));
            var same = standard.Zip(own).TakeWhile(p => p.First == p.Second).Count();
            if (standard.Count == own.Count && same == own.Count) equal++;
            else Console.WriteLine($"{files[i].Name}: from element or text {same} on: '{standard.ElementAtOrDefault(same)}' by the standard, '{own.ElementAtOrDefault(same)}' by us");
        }
        Console.WriteLine($"{equal} of {files.Count} trees are equal");
        Console.WriteLine(FormattableString.Invariant($"AngleSharp {Time(texts, t => Parser().ParseDocument(t)):0.000} ms a page, ours {Time(texts, t => TreeConstructor.Parse(t, knowledge)):0.000} ms (processor time, best of 3 rounds, from decoded text)"));
        return 0;
    }

    private static double Time(List<string> texts, Func<string, IDisposable> parse)
    {
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var text in texts) parse(text).Dispose();
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / texts.Count;
        });
    }

    private static HtmlParser Parser() => new(new HtmlParserOptions { IsScripting = true, SkipComments = true });

    private static List<string> Standard(string page)
    {
        using var document = Parser().ParseDocument(page);
        var (nodes, words) = (new List<string>(), new StringBuilder());
        Walk(document.Body!, 0);
        return nodes;

        void Walk(INode parent, int depth)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IText text) words.Append(text.Data);
                else if (child is IElement element)
                {
                    Say(nodes, words, depth);
                    nodes.Add($"{depth} {element.LocalName}");
                    if (!Unread.Contains(element.LocalName)) Walk(element, depth + 1);
                }
            }
            Say(nodes, words, depth);
        }
    }

    private static List<string> Own(string page, PageKnowledge knowledge)
    {
        using var tree = TreeConstructor.Parse(page, knowledge);
        var (nodes, words) = (new List<string>(), new StringBuilder());
        Walk(tree.Body, 0);
        return nodes;

        void Walk(int parent, int depth)
        {
            for (var child = tree[parent].First; child >= 0; child = tree[child].Next)
            {
                if (tree.Tag(child) == Tag.Text)
                {
                    words.Append(tree.Decoded(child));
                    continue;
                }
                Say(nodes, words, depth);
                var name = tree.Tag(child) == Tag.Unknown ? tree.Raw(child).ToString().ToLowerInvariant() : Tags.Names[(int)tree.Tag(child)];
                nodes.Add($"{depth} {name}");
                if (!Unread.Contains(name)) Walk(child, depth + 1);
            }
            Say(nodes, words, depth);
        }
    }

    private static void Say(List<string> nodes, StringBuilder words, int depth)
    {
        var text = string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.Clear();
        if (text.Length > 0) nodes.Add($"{depth} \"{text}\"");
    }
}
