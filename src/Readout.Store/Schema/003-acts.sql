-- One act, many reports: events that tell of the same act share the number in "act" (that of one of them); "name" is the id that the act has when this is its first report.

ALTER TABLE events ADD COLUMN act INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN name TEXT NOT NULL DEFAULT '';
-- The day of the event, or of its report; 1 in vague when the text gives a span of days.
ALTER TABLE events ADD COLUMN day TEXT;
ALTER TABLE events ADD COLUMN vague INTEGER NOT NULL DEFAULT 0;
-- Who takes part as "side:code:entity", parted by |.
ALTER TABLE events ADD COLUMN parties TEXT NOT NULL DEFAULT '';
-- PLOVER score of type and mode.
ALTER TABLE events ADD COLUMN score REAL;
CREATE INDEX events_by_act ON events (act);
CREATE INDEX events_by_name ON events (name);
CREATE INDEX events_by_type_and_day ON events (type, vague, day);
CREATE INDEX events_by_joined ON events (joined) WHERE joined IS NOT NULL;

-- Meetings, visits and calls among the events: how they meet, and what became of it (planned, held, postponed, cancelled).
CREATE TABLE meetings (
    event INTEGER NOT NULL PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    way TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;
