namespace Readout.Syntax;

/// <summary>Universal part-of-speech tags (UD v2). The numbers are stored in models: append only.</summary>
internal enum Upos : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}
