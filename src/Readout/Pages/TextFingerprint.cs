using System.Numerics;

namespace Readout.Pages;

/// <summary>A 64-bit SimHash over word triples: texts that share most of their wording differ in few bits (Charikar 2002).</summary>
public static class TextFingerprint
{
    /// <summary>Wire copies differ in at most this many of 64 bits; texts on the same matter in their own words in many more.</summary>
    public const int NearDistance = 8;

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(string text)
    {
        Span<int> votes = stackalloc int[64];
        votes.Clear();
        var (first, second, word) = (0UL, 0UL, Basis);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c)) word = (word ^ char.ToLowerInvariant(c)) * Prime;
            else if (word != Basis)
            {
                if (first != 0) Vote(votes, Mixed(first * 31 + second * 17 + word));
                (first, second, word) = (second, word, Basis);
            }
        }
        return Signs(votes);
    }

    /// <summary>Bits in which two fingerprints differ, 0-64.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    public static bool AreNear(ulong one, ulong other) => Distance(one, other) <= NearDistance;

    // FNV alone leaves the high bits of short words alike.
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    private static void Vote(Span<int> votes, ulong hash)
    {
        for (var bit = 0; bit < 64; bit++) votes[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
    }

    private static ulong Signs(Span<int> votes)
    {
        var signs = 0UL;
        for (var bit = 0; bit < 64; bit++)
            if (votes[bit] > 0) signs |= 1UL << bit;
        return signs;
    }
}
