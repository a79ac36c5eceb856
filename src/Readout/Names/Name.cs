namespace Readout.Names;

internal enum NameKind : byte
{
    Person,
    Organisation,
    Location,
    Misc,
}

/// <summary>A proper name in a sentence, as the name tagger saw it; linking says later who it is.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
internal readonly record struct Name(int Start, int End, NameKind Kind);
