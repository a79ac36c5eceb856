namespace Readout.Syntax.Network;

/// <summary>Hashes of text that stand in model files: the same on every machine and in every run (FNV-1a, then mixed).</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, uint seed = 0)
    {
        var hash = Offset ^ (seed * 0x9E3779B97F4A7C15);
        foreach (var character in text) hash = (hash ^ character) * Prime;
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return hash;
    }
}
