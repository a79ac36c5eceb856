namespace Readout.Names;

/// <summary>The best sequence of name tags that is well formed, and the names in it.</summary>
internal static class NameDecoder
{
    /// <summary>Viterbi over probabilities of each position; position 0 is the artificial root.</summary>
    public static int[] Decode(float[][] probabilities)
    {
        var n = probabilities.Length;
        var scores = new float[n * NameTags.Count];
        for (var i = 0; i < n; i++)
            for (var tag = 0; tag < NameTags.Count; tag++) scores[i * NameTags.Count + tag] = MathF.Log(probabilities[i][tag] + 1e-9f);
        var tags = new int[n];
        Decode(scores, NameTags.Count, tags, new byte[n * NameTags.Count]);
        return tags;
    }

    /// <summary>Viterbi over scores; rows of the given stride.</summary>
    /// <param name="back">Room for a byte per position and tag.</param>
    public static void Decode(ReadOnlySpan<float> scores, int stride, Span<int> tags, Span<byte> back)
    {
        var count = NameTags.Count;
        Span<float> best = stackalloc float[count];
        Span<float> next = stackalloc float[count];
        best.Fill(float.NegativeInfinity);
        best[NameTags.Outside] = 0;
        for (var i = 1; i < tags.Length; i++)
        {
            // Anything may stand before what is outside or begins, before an inside only its own beginning or inside.
            var top = 0;
            for (var previous = 1; previous < count; previous++)
                if (best[previous] > best[top]) top = previous;
            for (var tag = 0; tag < count; tag++)
            {
                var from = !NameTags.IsInside(tag) ? top : best[tag] > best[tag - 1] ? tag : tag - 1;
                next[tag] = best[from] + scores[i * stride + tag];
                back[i * count + tag] = (byte)from;
            }
            next.CopyTo(best);
        }
        tags[0] = NameTags.Outside;
        if (tags.Length == 1) return;
        var last = 0;
        for (var tag = 1; tag < count; tag++)
            if (best[tag] > best[last]) last = tag;
        for (var i = tags.Length - 1; i > 0; i--)
        {
            tags[i] = last;
            last = back[i * count + last];
        }
    }

    /// <summary>The names of a tag sequence whose position 0 is the artificial root, in words counted from 0.</summary>
    public static List<Name> Names(ReadOnlySpan<int> tags)
    {
        var names = new List<Name>();
        for (var i = 1; i < tags.Length; i++)
        {
            if (!NameTags.IsBegin(tags[i])) continue;
            var end = i + 1;
            while (end < tags.Length && tags[end] == tags[i] + 1) end++;
            names.Add(new Name(i - 1, end - 1, NameTags.Kind(tags[i])));
        }
        return names;
    }
}
