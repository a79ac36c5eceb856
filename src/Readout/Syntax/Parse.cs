using Readout.Names;

namespace Readout.Syntax;

/// <summary>A sentence with its words, tags, tree and names.</summary>
internal sealed class Parse
{
    private readonly Token[] tokens;
    private readonly int[] firstChild;
    private readonly int[] children;
    private readonly string?[] lowerForms, lowerLemmas;
    private object?[]? derived;

    /// <param name="text">The article's text, which the spans of the tokens count in.</param>
    /// <param name="span">The sentence's span.</param>
    /// <param name="tokens">In text order; exactly one has head -1 unless the sentence is empty.</param>
    /// <param name="names">Sorted, not overlapping.</param>
    public Parse(string text, TextSpan span, Token[] tokens, IReadOnlyList<Name> names)
    {
        Text = text;
        Span = span;
        this.tokens = tokens;
        Names = names;
        (firstChild, children) = IndexChildren(tokens);
        (lowerForms, lowerLemmas) = (new string?[tokens.Length], new string?[tokens.Length]);
    }

    public string Text { get; }

    public TextSpan Span { get; }

    public int Count => tokens.Length;

    public ReadOnlySpan<Token> Tokens => tokens;

    public IReadOnlyList<Name> Names { get; }

    public ref readonly Token this[int index] => ref tokens[index];

    public ReadOnlySpan<char> Form(int index) => tokens[index].Span.Of(Text);

    /// <summary>The form in small letters; rules ask for it again and again, so it is kept.</summary>
    public string LowerForm(int index)
    {
        if (lowerForms[index] is { } kept) return kept;
        var form = Form(index);
        return lowerForms[index] = form.Equals(tokens[index].Lemma, StringComparison.Ordinal) ? LowerLemma(index) : form.ToString().ToLowerInvariant();
    }

    /// <summary>The lemma in small letters.</summary>
    public string LowerLemma(int index) => lowerLemmas[index] ??= tokens[index].Lemma.ToLowerInvariant();

    /// <summary>What a later stage made of a word and has kept; null before.</summary>
    internal object? Kept(int index) => derived?[index];

    /// <summary>Keeps what a later stage made of a word, which it would make again.</summary>
    internal T Keep<T>(int index, T made)
        where T : class
    {
        (derived ??= new object?[tokens.Length])[index] = made;
        return made;
    }

    /// <summary>Direct dependents of a word, in text order.</summary>
    public ReadOnlySpan<int> Children(int index) => children.AsSpan(firstChild[index]..firstChild[index + 1]);

    /// <summary>Index of the root word; -1 in an empty sentence.</summary>
    public int Root => Array.FindIndex(tokens, t => t.Head < 0);

    /// <summary>The first dependent with this relation, or -1.</summary>
    public int Child(int index, Deprel deprel)
    {
        foreach (var child in Children(index))
            if (tokens[child].Deprel == deprel) return child;
        return -1;
    }

    /// <summary>First and last word of the subtree, as a half-open range of word indices.</summary>
    public (int Start, int End) Subtree(int index)
    {
        int start = index, end = index + 1;
        foreach (var child in Children(index))
        {
            var (s, e) = Subtree(child);
            start = Math.Min(start, s);
            end = Math.Max(end, e);
        }
        return (start, end);
    }

    public TextSpan SpanOf(int start, int end) => new(tokens[start].Span.Start, tokens[end - 1].Span.End);

    // Counting sort by head: children of word i stand at children[firstChild[i]..firstChild[i+1]].
    private static (int[] FirstChild, int[] Children) IndexChildren(Token[] tokens)
    {
        var first = new int[tokens.Length + 1];
        foreach (var token in tokens)
            if (token.Head >= 0) first[token.Head + 1]++;
        for (var i = 1; i < first.Length; i++) first[i] += first[i - 1];
        var next = first.AsSpan(0, tokens.Length).ToArray();
        var children = new int[first[^1]];
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head >= 0) children[next[tokens[i].Head]++] = i;
        return (first, children);
    }
}
