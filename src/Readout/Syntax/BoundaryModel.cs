using Readout.Syntax.Network;

namespace Readout.Syntax;

/// <summary>Decides whether a sentence ends between two words: logistic regression over hashed features of the words around the gap.</summary>
internal sealed class BoundaryModel
{
    public const int Buckets = 1 << 16;
    private readonly float[] weights;

    public BoundaryModel(ModelSection section)
        : this(section.As<float>().ToArray())
    {
    }

    public BoundaryModel(float[] weights) => this.weights = weights;

    /// <param name="text">The text that the spans count in.</param>
    /// <param name="tokens">The words of the block.</param>
    /// <param name="start">The first word of the sentence.</param>
    /// <param name="index">The word before the gap.</param>
    public bool IsEnd(string text, List<TextSpan> tokens, int start, int index)
    {
        if (!IsCandidate(text, tokens, index)) return false;
        Span<int> features = stackalloc int[BoundaryFeatures.Count];
        BoundaryFeatures.Of(text, tokens, start, index, features);
        var score = 0f;
        foreach (var feature in features) score += weights[feature];
        return score > 0;
    }

    /// <summary>Sentences end only where there is space, or after a full stop that lost its space ("end.The").</summary>
    public static bool IsCandidate(string text, List<TextSpan> tokens, int index) => tokens[index].End < tokens[index + 1].Start;
}

/// <summary>Features of a gap between words, as buckets of one table. Stored in models: change only with a new training.</summary>
internal static class BoundaryFeatures
{
    public const int Count = 21;

    /// <summary>The bucket of the feature that every gap has.</summary>
    public static int Always
    {
        get
        {
            Span<int> first = stackalloc int[1];
            var at = 0;
            Add(first, ref at, 0, 0);
            return first[0];
        }
    }

    public static void Of(string text, List<TextSpan> tokens, int start, int index, Span<int> features)
    {
        var before = new Around(text, tokens, index);
        var previous = new Around(text, tokens, index - 1);
        var after = new Around(text, tokens, index + 1);
        var next = new Around(text, tokens, index + 2);
        var length = Math.Min(index - start, 3) + (index - start > 8 ? 1 : 0) + (index - start > 30 ? 1 : 0);
        var isQuoted = IsInQuotes(text, tokens, start, index) ? 1UL : 0;
        var space = text.AsSpan(tokens[index].End, tokens[index + 1].Start - tokens[index].End);
        var breaks = (ulong)space.Count('\n');
        // A paragraph that ends in a full stop seldom holds ends without one.
        var last = text[tokens[^1].End - 1];
        var block = (ulong)((last is '.' or '!' or '?' or '"' or '”' ? 8 : 0) + Math.Min(7, tokens.Count / 8));
        var at = 0;
        Add(features, ref at, 0, 0);
        Add(features, ref at, block, before.Class * 31 + after.Class);
        Add(features, ref at, block, (ulong)length * 31 + before.Class);
        Add(features, ref at, (ulong)length, before.Word);
        Add(features, ref at, before.Word, 0);
        Add(features, ref at, after.Word, 0);
        Add(features, ref at, before.Class, after.Class);
        Add(features, ref at, before.Word, after.Class);
        Add(features, ref at, before.Class, after.Word);
        Add(features, ref at, before.Word, after.Word);
        Add(features, ref at, previous.Class * 31 + before.Class, after.Class);
        Add(features, ref at, previous.Word, before.Word);
        Add(features, ref at, after.Word, next.Word);
        Add(features, ref at, (previous.Class * 31 + before.Class) * 31 + after.Class, next.Class);
        Add(features, ref at, (ulong)length, before.Class * 31 + after.Class);
        Add(features, ref at, (ulong)length, after.Word);
        Add(features, ref at, isQuoted, before.Class * 31 + after.Class);
        Add(features, ref at, breaks, before.Class * 31 + after.Class);
        Add(features, ref at, before.Class, after.Class * 31 + next.Class);
        Add(features, ref at, previous.Word, after.Class);
        Add(features, ref at, before.Class, after.Class * 31 + (ulong)Math.Min(9, (tokens.Count - index) / 4));
    }

    private static void Add(Span<int> features, ref int at, ulong left, ulong right)
    {
        var hash = ((ulong)at + 1) * 0x9E3779B97F4A7C15 ^ left * 0xD6E8FEB86659FD93;
        hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9 ^ right * 0x94D049BB133111EB;
        hash ^= hash >> 32;
        features[at++] = (int)(hash % BoundaryModel.Buckets);
    }

    // Quotes opened since the sentence began; straight ones close in turn.
    private static bool IsInQuotes(string text, List<TextSpan> tokens, int start, int index)
    {
        var open = false;
        for (var i = Math.Max(start, index - 80); i <= index; i++)
            open = text[tokens[i].Start] switch { '"' => !open, '“' => true, '”' => false, _ => open };
        return open;
    }

    private readonly ref struct Around
    {
        public Around(string text, List<TextSpan> tokens, int index)
        {
            if (index < 0 || index >= tokens.Count)
            {
                (Word, Class) = (1, 1);
                return;
            }
            var form = tokens[index].Of(text);
            Span<char> lower = stackalloc char[Math.Min(form.Length, 24)];
            form[..lower.Length].ToLowerInvariant(lower);
            Class = ClassOf(form);
            Word = Class == 3 ? 3 : StableHash.Of(lower);
        }

        /// <summary>Hash of the word in lower case.</summary>
        public ulong Word { get; }

        /// <summary>Punctuation by its first character, words by their capitals.</summary>
        public ulong Class { get; }

        private static ulong ClassOf(ReadOnlySpan<char> form)
        {
            var first = form[0];
            if (char.IsDigit(first)) return 3;
            if (!char.IsLetter(first)) return first is '’' ? '\'' : first;
            if (form[^1] == '.') return form.Length == 2 ? 4UL : char.IsUpper(first) ? 5UL : 6UL;
            if (char.IsLower(first)) return 7;
            return form.Length == 1 ? 8UL : char.IsUpper(form[1]) ? 9UL : 10UL;
        }
    }
}
