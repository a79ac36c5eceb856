namespace Readout.Phrases;

internal enum TokenShape : byte
{
    Word,

    /// <summary>Digits, with thousands commas or a decimal point.</summary>
    Digits,

    /// <summary>Digits with an ordinal ending: 25th.</summary>
    Ordinal,

    /// <summary>Digits with a plural ending: 1990s, 80's.</summary>
    Plural,
    Mark,

    /// <summary>Border of a paragraph; no phrase reaches over it.</summary>
    Border,
}

/// <summary>A word, number or mark as the phrase rules see it; lighter than a <see cref="Syntax.Token"/> and made without a model.</summary>
/// <param name="Word">The lexicon's entry, or null for a word that no rule and no list names.</param>
/// <param name="Number">Value of a token of digits.</param>
/// <param name="Digits">Count of plain digits, 0 when the number has commas or a point.</param>
internal readonly record struct PhraseToken(TextSpan Span, TokenShape Shape, PhraseWord? Word, decimal Number, byte Digits, bool Capital, bool Glued);
