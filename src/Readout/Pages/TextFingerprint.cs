using System.Numerics;

namespace Readout.Pages;

/// <summary>A 64-bit SimHash over word triples: texts that share most of their wording differ in few bits (Charikar 2002).</summary>
internal static class TextFingerprint
{
    /// <summary>Wire copies differ in at most this many of 64 bits; texts on the same matter in their own words in many more.</summary>
    public const int NearDistance = 8;

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(string text)
    {
        var votes = new Votes();
        var (first, second, word) = (0UL, 0UL, Basis);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c)) word = (word ^ char.ToLowerInvariant(c)) * Prime;
            else if (word != Basis)
            {
                if (first != 0) votes.Add(Mixed(first * 31 + second * 17 + word));
                (first, second, word) = (second, word, Basis);
            }
        }
        return votes.Majority();
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

    /// <summary>How many hashes set each of the 64 bits, counted for all bits at once: plane k holds bit k of the 64 counts.</summary>
    private struct Votes()
    {
        private readonly ulong[] planes = new ulong[32];
        private int total;

        public void Add(ulong hash)
        {
            total++;
            for (var plane = 0; hash != 0; plane++)
            {
                var carry = planes[plane] & hash;
                planes[plane] ^= hash;
                hash = carry;
            }
        }

        public readonly ulong Majority()
        {
            var majority = 0UL;
            for (var bit = 0; bit < 64; bit++)
            {
                var count = 0L;
                for (var plane = 0; plane < planes.Length; plane++) count |= (long)(planes[plane] >> bit & 1) << plane;
                if (2 * count > total) majority |= 1UL << bit;
            }
            return majority;
        }
    }
}
