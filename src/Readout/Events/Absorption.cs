using Readout.Syntax;

namespace Readout.Events;

/// <summary>One act told by two words ("held talks"), and acts that another holds ("agreed to release", "urged Iran to stop", "condemned the arrest").</summary>
internal static class Absorption
{
    /// <summary>"Held talks": verb and noun are one; the one that knows more sides stands.</summary>
    public static bool IsSame(RuleMatch outer, RuleMatch inner)
    {
        if (outer.Pattern.IsTold || inner.Pattern.IsTold) return false;
        if (outer.Clause.Support == inner.Clause.Word && outer.Clause.IsNoun) return outer.Sides > inner.Sides;
        return inner.Clause.Support == outer.Clause.Word && inner.Clause.IsNoun && outer.Sides >= inner.Sides;
    }

    /// <summary>The inner act is what the outer promises, asks, threatens, refuses or blames.</summary>
    public static bool Governs(RuleMatch outer, RuleMatch inner, RuleBook rules) =>
        rules.Is("commissive", outer.Rule.Type) && !outer.Pattern.IsTold && outer.Sides > 1 && Governs(inner.Clause.Parse, outer.Clause.Word, inner.Clause.Word);

    private static bool Governs(Parse parse, int outer, int inner)
    {
        for (var (word, depth) = (inner, 0); word >= 0 && depth < 6; word = parse[word].Head, depth++)
        {
            if (parse[word].Head == outer) return IsComplement(parse, word) || (parse[word].Deprel is Deprel.Advcl && (word != inner || parse[word].Xpos == "VB"));
            if (parse[word].Deprel is Deprel.AclRelcl or Deprel.Advcl or Deprel.Parataxis) return false;
        }
        return false;
    }

    private static bool IsComplement(Parse parse, int word) => parse[word].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Acl or Deprel.Obl or Deprel.Nmod;
}
