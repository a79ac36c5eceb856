using Readout.Syntax;

namespace Readout.World;

/// <summary>The state of a person whom no title of the tables introduces, from what hangs on the name or on the noun beside it: "Northamptonshire's chief constable NAME", "AU trade and industry commissioner NAME", "NAME of the army's Western Command".</summary>
internal sealed class Affiliations(Casting casting)
{
    public void Settle()
    {
        foreach (var index in casting.Persons.Where(p => casting.Roles[p] is { Code: null, Actor: null }))
        {
            var role = casting.Roles[index];
            if (role.Mentions.Where(m => m.Form == MentionForm.Name).Take(2).Select(m => Of(m, index)).FirstOrDefault(r => r is not null) is not { } owner) continue;
            role.Code = owner.Code ?? owner.Place?.Country;
            role.Why = new Why("affiliation-in-article");
        }
    }

    private Role? Of(CastMention person, int index)
    {
        var parse = casting.Parses[person.Sentence];
        var top = Top(parse, person.Head);
        var range = parse.Subtree(top);
        foreach (var mention in casting.In(person.Sentence))
        {
            if (mention.Head < range.Start || mention.Head >= range.End || mention.Head == person.Head || !Hangs(parse, mention.Head, top, person.Head)) continue;
            foreach (var entity in mention.Entities.Where(e => e != index))
                if (casting.Roles[entity] is { Kind: not EntityKind.Person } role && (role.Code ?? role.Place?.Country) is { Length: 3 }) return role;
        }
        return null;
    }

    // "chief constable Nick Adderley", "a spokesman, Omar Khan": the noun of which the name is a part.
    private static int Top(Parse parse, int head)
    {
        while (parse[head].Deprel is Deprel.Appos or Deprel.Flat or Deprel.Compound or Deprel.NmodDesc && parse[head].Head >= 0 && parse[parse[head].Head].Upos is Upos.Noun or Upos.Propn) head = parse[head].Head;
        return head;
    }

    // By modifiers only: not inside a clause about the person, nor in another part of a list.
    private static bool Hangs(Parse parse, int word, int top, int name)
    {
        for (var at = word; at >= 0 && at != top; at = parse[at].Head)
        {
            if (parse[at].Deprel is not (Deprel.NmodPoss or Deprel.Nmod or Deprel.Compound or Deprel.Amod or Deprel.Appos or Deprel.Flat or Deprel.NmodDesc)) return false;
            if (at == name) return true;
        }
        return true;
    }
}
