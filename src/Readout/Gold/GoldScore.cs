namespace Readout.Gold;

/// <summary>How many findings of one kind a careful reader has, Readout has, and both have.</summary>
internal readonly record struct GoldScore(string Kind, int Gold, int Found, int Both)
{
    public double Precision => Found == 0 ? 0 : (double)Both / Found;

    public double Recall => Gold == 0 ? 0 : (double)Both / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Both / (Gold + Found);

    public static GoldScore operator +(GoldScore left, GoldScore right) => new(left.Kind, left.Gold + right.Gold, left.Found + right.Found, left.Both + right.Both);

    public static GoldScore Add(GoldScore left, GoldScore right) => left + right;
}

/// <summary>A finding that only one side has.</summary>
internal readonly record struct GoldMiss(string Article, string Kind, bool Invented, string Text);
