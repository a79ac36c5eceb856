namespace Readout.Syntax;

/// <summary>One syntactic word of a sentence.</summary>
/// <param name="Span">Its characters in the article; clitics ("do" + "n't") have spans of their own.</param>
/// <param name="Lemma">Dictionary form, as UD writes it (lower case but for proper nouns).</param>
/// <param name="Xpos">Penn Treebank tag, such as <c>VBD</c>.</param>
/// <param name="Feats">UD features as CoNLL-U writes them, <c>_</c> for none.</param>
/// <param name="Head">Index of the head within the sentence; -1 for the root.</param>
internal readonly record struct Token(TextSpan Span, string Lemma, Upos Upos, string Xpos, string Feats, int Head, Deprel Deprel);
