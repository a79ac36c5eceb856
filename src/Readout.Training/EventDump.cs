using System.Text.Json;
using Readout.Events;

namespace Readout.Training;

internal static class EventDump
{
    public static string Line(EventLesson l, string group, IReadOnlyList<Readout.Syntax.Parse> parses) => JsonSerializer.Serialize(new
    {
        id = l.Gold.Id, group, text = l.Gold.Text,
        gold = l.Gold.Events.Select(g => new { g.Type, Actors = g.Actors.ToArray(), Recipients = g.Recipients.ToArray(), g.Mutual, g.Evidence }),
        parses = parses.Select(p => Enumerable.Range(0, p.Count).Select(i => new object[] { p.Form(i).ToString(), p[i].Lemma, p[i].Upos.ToString(), p[i].Xpos, p[i].Head, p[i].Deprel.ToString(), p[i].Span.Start, p[i].Span.End })),
        drafts = l.Drafts.Select((d, i) => new
        {
            s = d.Match.Clause.Sentence, w = d.Match.Clause.Word, sup = d.Match.Clause.Support, told = d.Match.Pattern.IsTold, rule = d.Match.Rule.Name, rtype = d.Match.Rule.Type, line = d.Event.Why.ToString(), d.Signs,
            right = l.Right[i], type = d.Event.Type, status = d.Event.Status.ToString(), mode = d.Event.Mode, mutual = d.Event.Mutual, date = d.Event.Date, dt = d.DateTold, place = d.Event.Place?.Country, placeName = d.Event.Place?.Name, st = d.Event.Statement,
            a = d.Actors.ToArray(), r = d.Recipients.ToArray(), ae = d.Match.Actors.Select(e => e.Id + "|" + e.Kind + "|" + e.Sector + "|" + e.Code), re = d.Match.Recipients.Select(e => e.Id + "|" + e.Kind + "|" + e.Sector + "|" + e.Code),
            aat = d.Match.ActorAt, rat = d.Match.RecipientAt, afrom = d.Match.ActorFrom, rfrom = d.Match.RecipientFrom, reached = d.Match.Reached, title = d.IsTitle, slots = d.Match.Clause.Slots.Select(x => x.Name + ":" + x.Head),
            es = d.Event.Evidence.Start, ee = d.Event.Evidence.End, lemma = d.Match.Clause.Lemma, heads = d.Match.Heads,
        }),
    });
}
