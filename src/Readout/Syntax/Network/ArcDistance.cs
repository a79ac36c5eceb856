namespace Readout.Syntax.Network;

/// <summary>Distances between a word and its head in classes that widen with the distance.</summary>
internal static class ArcDistance
{
    public const int Buckets = 32;

    public static int Bucket(int dependent, int head)
    {
        if (head == 0) return Buckets - 1;
        var distance = Math.Abs(head - dependent);
        var size = distance < 8 ? distance : distance < 11 ? 8 : distance < 15 ? 9 : distance < 22 ? 10 : distance < 35 ? 11 : 12;
        return size + (head < dependent ? 0 : 16);
    }
}
