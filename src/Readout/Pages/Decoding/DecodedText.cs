namespace Readout.Pages.Decoding;

/// <summary>The characters of a page, with the character set they were read in.</summary>
internal sealed record DecodedText(string Text, string Charset, IReadOnlyList<Doubt> Doubts);
