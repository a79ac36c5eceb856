using Readout.Pages;
using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// All words of an article in one row, so that a rule can look over the edge of a sentence: splitters cut speech inside its marks.
/// A word is known by its number in the row.
/// </summary>
internal sealed class ArticleWords
{
    private readonly IReadOnlyList<Parse> parses;
    private readonly int[] firstWord;
    private readonly int[] parseOf;
    private readonly int[] firstChild;
    private readonly int[] children;
    private readonly WordRange[] subtrees;

    public ArticleWords(Article article, IReadOnlyList<Parse> parses)
    {
        Text = article.Text;
        this.parses = parses;
        Blocks = BlocksOf(article);
        firstWord = new int[parses.Count + 1];
        for (var i = 0; i < parses.Count; i++) firstWord[i + 1] = firstWord[i] + parses[i].Count;
        parseOf = new int[firstWord[^1]];
        for (var i = 0; i < parses.Count; i++) parseOf.AsSpan(firstWord[i]..firstWord[i + 1]).Fill(i);
        Quotations = QuotationFinder.Find(Text, Blocks);
        (firstChild, children, subtrees) = Index();
    }

    private (int[] FirstChild, int[] Children, WordRange[] Subtrees) Index()
    {
        var first = new int[Count + 1];
        var all = new List<int>(Count);
        var ranges = new WordRange[Count];
        for (var s = 0; s < parses.Count; s++)
            for (var i = 0; i < parses[s].Count; i++)
            {
                var word = firstWord[s] + i;
                first[word] = all.Count;
                foreach (var child in parses[s].Children(i)) all.Add(child + firstWord[s]);
                ranges[word] = new(word, word + 1);
            }
        first[Count] = all.Count;
        for (var s = 0; s < parses.Count; s++)
            for (var i = 0; i < parses[s].Count; i++) Widen(ranges, firstWord[s] + i);
        return (first, [.. all], ranges);
    }

    // Every word widens the range of all words above it; a mark that hangs across a foreign word (", said Koo") does not.
    private void Widen(WordRange[] ranges, int word)
    {
        if (this[word].Deprel is Deprel.Punct && Head(word) is var head and >= 0 && !IsUnder(head > word ? word + 1 : word - 1, head)) return;
        for (var up = Head(word); up >= 0; up = Head(up))
        {
            if (ranges[up].Contains(word)) continue;
            ranges[up] = ranges[up].Cover(new(word, word + 1));
        }
    }

    private bool IsUnder(int word, int head)
    {
        for (; word >= 0; word = Head(word))
            if (word == head) return true;
        return false;
    }

    public string Text { get; }

    /// <summary>Blocks of the article; its lines where it came without blocks.</summary>
    public IReadOnlyList<TextSpan> Blocks { get; }

    public IReadOnlyList<Quotation> Quotations { get; }

    public int Count => parseOf.Length;

    public int SentenceCount => parses.Count;

    public ref readonly Token this[int word] => ref parses[parseOf[word]][word - firstWord[parseOf[word]]];

    public ReadOnlySpan<char> Form(int word) => this[word].Span.Of(Text);

    public bool Is(int word, string form) => word >= 0 && word < Count && Form(word).Equals(form, StringComparison.OrdinalIgnoreCase);

    public int Sentence(int word) => parseOf[word];

    public (int Start, int End) WordsOf(int sentence) => (firstWord[sentence], firstWord[sentence + 1]);

    public TextSpan SentenceSpan(int sentence) => parses[sentence].Span;

    /// <summary>The head of a word; -1 for a root.</summary>
    public int Head(int word)
    {
        var head = this[word].Head;
        return head < 0 ? -1 : head + firstWord[parseOf[word]];
    }

    /// <summary>Direct dependents in text order.</summary>
    public ReadOnlySpan<int> Children(int word) => children.AsSpan(firstChild[word]..firstChild[word + 1]);

    /// <summary>The first dependent with one of these relations, or -1.</summary>
    public int Child(int word, params ReadOnlySpan<Deprel> relations)
    {
        foreach (var child in Children(word))
            if (relations.Contains(this[child].Deprel)) return child;
        return -1;
    }

    /// <summary>First and last word under a word, as a half-open range.</summary>
    public WordRange Subtree(int word) => subtrees[word];

    public TextSpan Span(WordRange range) => new(this[range.Start].Span.Start, this[range.End - 1].Span.End);

    /// <summary>The first word that starts at or behind a position; <see cref="Count"/> if there is none.</summary>
    public int FirstAt(int position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The words within a span.</summary>
    public WordRange WordsIn(TextSpan span) => new(FirstAt(span.Start), FirstAt(span.End));

    public int BlockAt(int position)
    {
        int low = 0, high = Blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (position < Blocks[middle].End) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>The word is the opening or closing mark of a quotation.</summary>
    public bool IsMark(int word) => IsPunctuation(word) && Quotations.Any(q => q.Span.Contains(this[word].Span) && !q.Inner.Contains(this[word].Span));

    public bool IsPunctuation(int word) => this[word].Upos is Upos.Punct || !HasLetterOrDigit(Form(word));

    private static bool HasLetterOrDigit(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private static List<TextSpan> BlocksOf(Article article)
    {
        var blocks = new List<TextSpan>();
        var spans = article.Blocks.Count > 0 ? article.Blocks.Select(b => b.Span) : [new TextSpan(0, article.Text.Length)];
        foreach (var span in spans) AddLines(article.Text, span, blocks);
        return blocks;
    }

    private static void AddLines(string text, TextSpan span, List<TextSpan> blocks)
    {
        for (var start = span.Start; start < span.End;)
        {
            var end = text.IndexOf('\n', start, span.End - start);
            if (end < 0) end = span.End;
            var line = Trim(text, start, end);
            if (!line.IsEmpty) blocks.Add(line);
            start = end + 1;
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
