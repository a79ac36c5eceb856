using Microsoft.Data.Sqlite;
using Readout.Events;
using Readout.Output;
using Readout.Statements;
using Readout.Store.Data;
using Readout.World;

namespace Readout.Store.Adding;

/// <summary>Writes what was found in one version of an article.</summary>
internal sealed class FindingRows(SqliteConnection connection) : IDisposable
{
    private readonly Inserter entities = new(connection, "entities", "version", "id", "kind", "name", "code", "sector", "office", "mentions", "mention_start", "mention_end");

    private readonly Inserter statements = new(connection, "statements",
        "statement", "version", "id", "speaker", "cue", "form", "act", "day", "start", "end", "sentence_start", "sentence_end", "text", "rule");

    private readonly Inserter statementParts = new(connection, "statement_parts", "statement", "part", "entity", "code");

    private readonly Inserter events = new(connection, "events",
        "event", "version", "id", "type", "mode", "contexts", "cameo", "goldstein", "mutual", "date", "first_day", "last_day", "place", "country", "latitude", "longitude",
        "status", "statement", "confidence", "start", "end", "sentence_start", "sentence_end", "text", "rule");

    private readonly Inserter eventSides = new(connection, "event_sides", "event", "side", "entity", "code");

    private readonly Inserter positions = new(connection, "positions",
        "version", "id", "holder", "holder_code", "voice", "stance", "topic", "toward", "condition_start", "condition_end", "statement", "start", "end", "sentence_start", "sentence_end", "text", "rule");

    private readonly Inserter agreements = new(connection, "agreements", "version", "id", "name", "parties", "status", "date", "start", "end", "sentence_start", "sentence_end", "text", "rule");

    public void Write(SqliteTransaction transaction, long version, Reading reading)
    {
        var evidence = new Evidence(reading);
        foreach (var entity in reading.Entities.DistinctBy(e => e.Id)) Write(transaction, version, entity);
        // Keys follow the version's, so that no row has to be read back.
        foreach (var (i, statement) in reading.Statements.Index()) Write(transaction, version, Key(version, i), statement, evidence);
        foreach (var (i, found) in reading.Events.Index()) Write(transaction, version, Key(version, i), found, evidence);
        foreach (var position in reading.Positions) Write(transaction, version, position, evidence);
        foreach (var agreement in reading.Agreements) Write(transaction, version, agreement, evidence);
    }

    public static void Remove(SqliteConnection connection, long version)
    {
        foreach (var table in new[] { "entities", "statements", "events", "positions", "agreements" }) connection.Execute($"DELETE FROM {table} WHERE version = @1", version);
    }

    public void Dispose()
    {
        foreach (var inserter in new[] { entities, statements, statementParts, events, eventSides, positions, agreements }) inserter.Dispose();
    }

    private static long Key(long version, int index) => version * 100_000 + index;

    private void Write(SqliteTransaction transaction, long version, Entity entity)
    {
        var first = entity.Mentions.Count > 0 ? entity.Mentions[0].Span : default;
        entities.Insert(transaction, version, entity.Id, Words.Of(entity.Kind), entity.Name, entity.Code, entity.Sector, entity.Office, entity.Mentions.Count, first.Start, first.End);
    }

    private void Write(SqliteTransaction transaction, long version, long key, Statement statement, Evidence evidence)
    {
        var cover = statement.Content.Aggregate((a, b) => a.Cover(b));
        var sentence = evidence.SentenceOf(statement.Source is { } source ? cover.Cover(source) : cover);
        var text = string.Join(" … ", statement.Content.Select(c => c.In(evidence.Text)));
        statements.Insert(transaction, key, version, statement.Id, statement.Speaker, statement.Cue?.Lemma, Words.Of(statement.Form), Words.Of(statement.Act), IsoPeriod.Of(statement.Date).First,
            cover.Start, cover.End, sentence.Start, sentence.End, text, statement.Why.ToString());
        if (statement.Speaker is { } speaker) Part(transaction, key, "speaker", speaker, evidence);
        foreach (var to in statement.To.Distinct()) Part(transaction, key, "to", to, evidence);
        foreach (var via in statement.Via.Distinct()) Part(transaction, key, "via", via, evidence);
        foreach (var named in evidence.Named(statement.Content)) Part(transaction, key, "about", named.Id, evidence);
    }

    private void Part(SqliteTransaction transaction, long key, string part, string entity, Evidence evidence) =>
        statementParts.Insert(transaction, key, part, entity, evidence.CodeOf(entity));

    private void Write(SqliteTransaction transaction, long version, long key, Event found, Evidence evidence)
    {
        var sentence = evidence.SentenceOf(found.Evidence);
        var (first, last) = IsoPeriod.Of(found.Date);
        events.Insert(transaction, key, version, found.Id, found.Type, found.Mode, string.Join('|', found.Contexts), found.Cameo, found.Goldstein, found.Mutual ? 1 : 0, found.Date, first, last,
            found.Place?.Name, found.Place?.Country, found.Place?.Latitude, found.Place?.Longitude, Words.Of(found.Status), found.Statement, found.Confidence,
            found.Evidence.Start, found.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), found.Why.ToString());
        foreach (var actor in found.Actors.Distinct()) eventSides.Insert(transaction, key, "actor", actor, evidence.CodeOf(actor));
        foreach (var recipient in found.Recipients.Distinct()) eventSides.Insert(transaction, key, "recipient", recipient, evidence.CodeOf(recipient));
    }

    private void Write(SqliteTransaction transaction, long version, Position position, Evidence evidence)
    {
        var sentence = evidence.SentenceOf(position.Evidence);
        positions.Insert(transaction, version, position.Id, position.Holder, evidence.CodeOf(position.Holder), position.Voice, Words.Of(position.Stance), position.Topic, string.Join('|', position.Toward),
            position.Condition?.Start, position.Condition?.End, position.Statement, position.Evidence.Start, position.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), position.Why.ToString());
    }

    private void Write(SqliteTransaction transaction, long version, Agreement agreement, Evidence evidence)
    {
        var sentence = evidence.SentenceOf(agreement.Evidence);
        agreements.Insert(transaction, version, agreement.Id, agreement.Name, string.Join('|', agreement.Parties), Words.Of(agreement.Status), agreement.Date,
            agreement.Evidence.Start, agreement.Evidence.End, sentence.Start, sentence.End, sentence.In(evidence.Text), agreement.Why.ToString());
    }
}
