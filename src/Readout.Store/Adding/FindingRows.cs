using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Readout.Events;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.Store.Acts;
using Readout.Store.Data;
using Readout.World;
using Words = Readout.Output.Words;

namespace Readout.Store.Adding;

/// <summary>Writes what was found in one version of an article.</summary>
internal sealed class FindingRows(DbConnection connection) : IDisposable
{
    private readonly Inserter entities = Database.Of(connection).Inserter(connection, "entities", ["version", "id", "kind", "name", "code", "sector", "office", "mentions", "mention_start", "mention_end", "corrected"]);

    private readonly Inserter statements = Database.Of(connection).Inserter(connection, "statements", ["statement", "version", "id", "speaker", "cue", "form", "act", "day", "start", "end", "sentence_start", "sentence_end", "text", "rule", "corrected"]);

    private readonly Inserter statementParts = Database.Of(connection).Inserter(connection, "statement_parts", ["statement", "part", "entity", "code"]);

    private readonly Inserter wording = Database.Of(connection).Inserter(connection, "wording", ["version", "family", "form", "words", "statement", "start", "end", "sentence_start", "sentence_end", "sentence"]);

    private readonly Inserter events = Database.Of(connection).Inserter(connection, "events", ["event", "version", "id", "type", "mode", "contexts", "cameo", "goldstein", "mutual", "date", "first_day", "last_day", "place", "country", "latitude", "longitude",
        "status", "statement", "confidence", "start", "end", "sentence_start", "sentence_end", "text", "rule",
        "corrected", "joined", "parted", "act", "name", "day", "vague", "parties", "score", "sentence"]);

    private readonly Inserter meetings = Database.Of(connection).Inserter(connection, "meetings", ["event", "way", "status"]);

    private readonly Inserter eventSides = Database.Of(connection).Inserter(connection, "event_sides", ["event", "side", "entity", "code"]);

    private readonly Inserter positions = Database.Of(connection).Inserter(connection, "positions", ["version", "id", "holder", "holder_code", "voice", "stance", "topic", "toward", "condition_start", "condition_end", "statement", "start", "end", "sentence_start", "sentence_end", "text", "rule", "corrected"]);

    private readonly Inserter agreements = Database.Of(connection).Inserter(connection, "agreements", ["version", "id", "name", "parties", "status", "date", "start", "end", "sentence_start", "sentence_end", "text", "rule", "corrected"]);

    public void Write(DbTransaction transaction, long version, Reading reading, Marks marks)
    {
        var evidence = new Evidence(reading);
        foreach (var entity in reading.Entities.DistinctBy(e => e.Id)) Write(transaction, version, entity, marks);
        // Keys follow the version's, so that no row has to be read back.
        foreach (var (i, statement) in reading.Statements.Index()) Write(transaction, version, Key(version, i), statement, evidence, marks);
        foreach (var use in reading.Wording) Write(transaction, version, use, evidence);
        foreach (var (i, found) in reading.Events.Index()) Write(transaction, version, Key(version, i), found, evidence, marks);
        foreach (var position in reading.Positions) Write(transaction, version, position, evidence, marks);
        foreach (var agreement in reading.Agreements) Write(transaction, version, agreement, evidence, marks);
        foreach (var inserter in Inserters) inserter.Flush();
    }

    public static void Remove(DbConnection connection, long version)
    {
        foreach (var table in new[] { "entities", "statements", "wording", "events", "positions", "agreements" }) connection.Execute($"DELETE FROM {table} WHERE version = @1", version);
    }

    // Those that others refer to come first.
    private Inserter[] Inserters => [entities, statements, statementParts, wording, events, eventSides, meetings, positions, agreements];

    public void Dispose()
    {
        foreach (var inserter in Inserters) inserter.Dispose();
    }

    private static long Key(long version, int index) => version * 100_000 + index;

    private void Write(DbTransaction transaction, long version, Entity entity, Marks marks)
    {
        var first = entity.Mentions.Count > 0 ? entity.Mentions[0].Span : default;
        entities.Insert(transaction, version, entity.Id, Words.Of(entity.Kind), entity.Name, entity.Code, entity.Sector, entity.Office, entity.Mentions.Count, first.Start, first.End, marks.Corrected(entity.Id));
    }

    private void Write(DbTransaction transaction, long version, long key, Statement statement, Evidence evidence, Marks marks)
    {
        var cover = statement.Content.Aggregate((a, b) => a.Cover(b));
        var sentence = evidence.SentenceOf(statement.Source is { } source ? cover.Cover(source) : cover);
        var text = string.Join(" … ", statement.Content.Select(c => c.In(evidence.Text)));
        statements.Insert(transaction, key, version, statement.Id, statement.Speaker, statement.Cue?.Lemma, Words.Of(statement.Form), Words.Of(statement.Act), IsoPeriod.Of(statement.Date).First,
            cover.Start, cover.End, sentence.Start, sentence.End, text, statement.Why.ToString(), marks.Corrected(statement.Id));
        if (statement.Speaker is { } speaker) Part(transaction, key, "speaker", speaker, evidence);
        foreach (var other in statement.With.Distinct()) Part(transaction, key, "speaker", other, evidence);
        foreach (var to in statement.To.Distinct()) Part(transaction, key, "to", to, evidence);
        foreach (var via in statement.Via.Distinct()) Part(transaction, key, "via", via, evidence);
        foreach (var named in evidence.Named(statement.Content)) Part(transaction, key, "about", named.Id, evidence);
    }

    private void Write(DbTransaction transaction, long version, WordingUse use, Evidence evidence)
    {
        var sentence = evidence.SentenceOf(use.Span);
        wording.Insert(transaction, version, use.Family, use.Form, use.Span.In(evidence.Text), use.Statement,
            use.Span.Start, use.Span.End, sentence.Start, sentence.End, sentence.In(evidence.Text));
    }

    private void Part(DbTransaction transaction, long key, string part, string entity, Evidence evidence) =>
        statementParts.Insert(transaction, key, part, entity, evidence.CodeOf(entity));

    private void Write(DbTransaction transaction, long version, long key, Event found, Evidence evidence, Marks marks)
    {
        var sentence = evidence.SentenceOf(found.Evidence);
        var (first, last) = IsoPeriod.Of(found.Date);
        events.Insert(transaction, key, version, found.Id, found.Type, found.Mode, string.Join('|', found.Contexts), found.Cameo, found.Goldstein, found.Mutual ? 1 : 0, found.Date, first, last,
            found.Place?.Name, found.Place?.Country, found.Place?.Latitude, found.Place?.Longitude, Words.Of(found.Status), found.Statement, found.Confidence,
            found.Evidence.Start, found.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), found.Why.ToString(),
            marks.Corrected(found.Id), marks.Joined(found.Id), marks.Parted(found.Id), key, NameOf(found, evidence), first ?? evidence.Published, first is not null && first != last ? 1 : 0, Parties(found, evidence),
            PloverCodes.Score(found.Type, found.Mode), evidence.NumberOf(found.Evidence));
        foreach (var (_, person) in NamedFor(found, evidence)) eventSides.Insert(transaction, key, "named", person.Id, person.Code);
        if (MeetingOf(found, evidence) is var (way, status)) meetings.Insert(transaction, key, way, status);
        foreach (var actor in found.Actors.Distinct()) eventSides.Insert(transaction, key, "actor", actor, evidence.CodeOf(actor));
        foreach (var recipient in found.Recipients.Distinct()) eventSides.Insert(transaction, key, "recipient", recipient, evidence.CodeOf(recipient));
    }

    private void Write(DbTransaction transaction, long version, Position position, Evidence evidence, Marks marks)
    {
        var sentence = evidence.SentenceOf(position.Evidence);
        positions.Insert(transaction, version, position.Id, position.Holder, evidence.CodeOf(position.Holder), position.Voice, Words.Of(position.Stance), position.Topic, string.Join('|', position.Toward),
            position.Condition?.Start, position.Condition?.End, position.Statement, position.Evidence.Start, position.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), position.Why.ToString(), marks.Corrected(position.Id));
    }

    private void Write(DbTransaction transaction, long version, Agreement agreement, Evidence evidence, Marks marks)
    {
        var sentence = evidence.SentenceOf(agreement.Evidence);
        agreements.Insert(transaction, version, agreement.Id, agreement.Name, string.Join('|', agreement.Parties), Words.Of(agreement.Status), agreement.Date,
            agreement.Evidence.Start, agreement.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), agreement.Why.ToString(), marks.Corrected(agreement.Id));
    }

    /// <summary>Id of the act that this event reports, if it is its first report: of the article, the type and the words alone.</summary>
    private static string NameOf(Event found, Evidence evidence)
    {
        var content = $"{evidence.Article}\u001f{found.Type}\u001f{found.Evidence.In(evidence.Text)}\u001f{string.Join('|', found.Actors)}\u001f{string.Join('|', found.Recipients)}";
        return "ev-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..10];
    }

    private static string Parties(Event found, Evidence evidence) => ActReport.Join(
        found.Actors.Distinct().Select(a => ("actor", evidence.CodeOf(a), a)).Concat(found.Recipients.Distinct().Select(r => ("recipient", evidence.CodeOf(r), r))).Concat(NamedFor(found, evidence).Select(n => (n.Side, n.Person.Code, n.Person.Id))));

    /// <summary>People whom the evidence names for a side that stands as a state or body: who met whom, where the event says which states did.</summary>
    private static IEnumerable<(string Side, Entity Person)> NamedFor(Event found, Evidence evidence)
    {
        var sides = found.Actors.Select(a => (Side: "actor", Id: a, Code: evidence.CodeOf(a))).Concat(found.Recipients.Select(r => (Side: "recipient", Id: r, Code: evidence.CodeOf(r)))).ToList();
        return evidence.Named([found.Evidence]).Where(e => e.Kind == EntityKind.Person && e.Code is not null && sides.TrueForAll(s => s.Id != e.Id))
            .Select(e => (sides.Find(s => s.Code == e.Code).Side, e)).Where(n => n.Side is not null);
    }

    private static (string Way, string Status)? MeetingOf(Event found, Evidence evidence)
    {
        if (evidence.MeetingOf(found.Id) is { } meeting) return (Words.Of(meeting.Way), Words.Of(meeting.Status));
        // What a correction brought has not been looked at by the finder of meetings.
        var way = found.Mode is "phone" or "visit" ? found.Mode : "meeting";
        var isTogether = found.Mode is "visit" or "phone" or "multilateral" or "third-party" or "meet";
        return (found.Type, found.Status) switch
        {
            ("CONSULT", EventStatus.Happened or EventStatus.Ongoing) => (way, "held"),
            ("CONSULT", EventStatus.Planned) => (way, "planned"),
            ("AGREE", EventStatus.Planned) when isTogether => (way, "planned"),
            _ => null,
        };
    }
}
