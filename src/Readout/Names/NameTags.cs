namespace Readout.Names;

/// <summary>Classes of the name head: 0 outside, then a beginning and an inside for each kind. The numbers are stored in models.</summary>
internal static class NameTags
{
    public const int Outside = 0;

    public static int Count { get; } = 1 + 2 * Enum.GetValues<NameKind>().Length;

    public static int Begin(NameKind kind) => 1 + 2 * (int)kind;

    public static int Inside(NameKind kind) => 2 + 2 * (int)kind;

    public static bool IsBegin(int tag) => tag > 0 && tag % 2 == 1;

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    public static NameKind Kind(int tag) => (NameKind)((tag - 1) / 2);

    /// <summary>An inside must follow a beginning or inside of its own kind.</summary>
    public static bool MayFollow(int previous, int tag) => !IsInside(tag) || (previous > 0 && Kind(previous) == Kind(tag));
}
