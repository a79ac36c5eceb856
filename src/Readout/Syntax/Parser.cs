using System.Collections.Concurrent;
using Readout.Names;
using Readout.Pages;
using Readout.Syntax.Network;

namespace Readout.Syntax;

/// <summary>Text to sentences with words, tags, trees and names. Thread-safe: each thread works in buffers of its own.</summary>
internal sealed class Parser(LanguageModel model, LanguageRules rules)
{
    // Sentences that pass the network together: enough rows to fill its products, few enough to stay in the cache.
    private const int BatchWords = 600;

    // Longer sentences are lists or noise. In pieces, time grows with their length alone and trees stay shallow.
    private const int PieceWords = 200;

    private readonly ConcurrentBag<Workspace> workspaces = [];
    private readonly Tokenizer tokenizer = new(rules);

    public SentenceSplitter Sentences { get; } = new(new Tokenizer(rules), model.Boundaries);

    /// <summary>Splits the blocks into sentences and parses each.</summary>
    public IReadOnlyList<Parse> Read(string text, IReadOnlyList<Block> blocks)
    {
        var sentences = new List<TextSpan[]>();
        var tokens = new List<TextSpan>();
        foreach (var block in blocks)
        {
            tokens.Clear();
            tokenizer.AddTokens(text, block.Span, tokens);
            for (var start = 0; start < tokens.Count;)
            {
                var end = Sentences.End(text, tokens, start);
                sentences.Add([.. tokens[start..end]]);
                start = end;
            }
        }
        return ReadWords(text, sentences, model.Recaser.Forms(text, sentences));
    }

    /// <summary>Parses sentences whose words are given.</summary>
    /// <param name="text">The text that the spans count in.</param>
    /// <param name="sentences">The words of each sentence, in order; none is empty.</param>
    public IReadOnlyList<Parse> ReadWords(string text, IReadOnlyList<TextSpan[]> sentences) => ReadWords(text, sentences, new string[]?[sentences.Count]);

    private List<Parse> ReadWords(string text, IReadOnlyList<TextSpan[]> sentences, string[]?[] forms)
    {
        if (!workspaces.TryTake(out var workspace)) workspace = new Workspace(model.Weights, [.. model.Tags.Select(t => t.Upos == Upos.Punct)], Enum.GetValues<Deprel>().Length);
        var parses = new List<Parse>(sentences.Count);
        for (var next = 0; next < sentences.Count;)
        {
            var first = next;
            var words = 0;
            while (next < sentences.Count && (next == first || words + sentences[next].Length <= BatchWords)) words += sentences[next++].Length;
            ReadBatch(text, sentences, forms, first, next, words, workspace, parses);
        }
        workspaces.Add(workspace);
        return parses;
    }

    private void ReadBatch(string text, IReadOnlyList<TextSpan[]> sentences, string[]?[] forms, int first, int end, int words, Workspace workspace, List<Parse> parses)
    {
        if (end == first + 1 && words > PieceWords)
        {
            parses.Add(ReadInPieces(text, sentences[first], workspace));
            return;
        }
        workspace.Clear();
        workspace.Cache.Reserve(words + end - first);
        for (var s = first; s < end; s++) AddSentence(text, sentences[s], forms[s], workspace);
        workspace.Run();
        var at = 0;
        for (var s = first; s < end; s++)
        {
            var tokens = new Token[sentences[s].Length];
            var names = new List<Name>();
            Fill(text, sentences[s], workspace, at, tokens, 0, names);
            parses.Add(new Parse(text, new TextSpan(sentences[s][0].Start, sentences[s][^1].End), tokens, names));
            at += tokens.Length + 1;
        }
    }

    private static void AddSentence(string text, ReadOnlySpan<TextSpan> words, string[]? forms, Workspace workspace)
    {
        workspace.Begin();
        for (var i = 0; i < words.Length; i++) workspace.Add(forms is null ? words[i].Of(text) : forms[i]);
    }

    // Each piece is parsed alone; the roots of the later pieces hang on the first as parataxis.
    private Parse ReadInPieces(string text, TextSpan[] words, Workspace workspace)
    {
        var tokens = new Token[words.Length];
        var names = new List<Name>();
        var root = -1;
        for (var start = 0; start < words.Length;)
        {
            var end = EndOfPiece(text, words, start);
            workspace.Clear();
            workspace.Cache.Reserve(end - start + 1);
            AddSentence(text, words.AsSpan(start..end), null, workspace);
            workspace.Run();
            Fill(text, words.AsSpan(start..end), workspace, 0, tokens, start, names);
            var top = Array.FindIndex(tokens, start, t => t.Head < 0);
            if (root < 0) root = top;
            else tokens[top] = tokens[top] with { Head = root, Deprel = Deprel.Parataxis };
            start = end;
        }
        return new Parse(text, new TextSpan(words[0].Start, words[^1].End), tokens, names);
    }

    // After a semicolon or comma in the second half of the piece, where there is one.
    private static int EndOfPiece(string text, TextSpan[] words, int start)
    {
        var end = Math.Min(words.Length, start + PieceWords);
        if (end == words.Length) return end;
        for (var i = end - 1; i > start + PieceWords / 2; i--)
            if (words[i].Length == 1 && text[words[i].Start] is ';' or ',' or '.') return i + 1;
        return end;
    }

    private void Fill(string text, ReadOnlySpan<TextSpan> words, Workspace workspace, int at, Token[] tokens, int offset, List<Name> names)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var position = at + i + 1;
            var (lemma, feats) = workspace.Entries.Of(workspace.TypeAt(position), workspace.Tags[position], model, workspace.Cache);
            var tag = model.Tags[workspace.Tags[position]];
            var head = workspace.Heads[position] == 0 ? -1 : workspace.Heads[position] - 1 + offset;
            tokens[offset + i] = new Token(words[i], lemma, tag.Upos, tag.Xpos, feats, head, (Deprel)workspace.Labels[position]);
        }
        var found = NameDecoder.Names(workspace.NameTags.AsSpan(at, words.Length + 1));
        rules.Names.Mend(text, words, found);
        foreach (var name in found)
            names.Add(name with { Start = name.Start + offset, End = name.End + offset });
    }
}
