-- Saved questions, and which of their answers were reported.

CREATE TABLE watches (
    name TEXT NOT NULL PRIMARY KEY,
    made TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE watch_reports (
    watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE,
    entry TEXT NOT NULL,
    PRIMARY KEY (watch, entry)
) STRICT, WITHOUT ROWID;

-- What a holder said on a topic before.
CREATE INDEX positions_by_topic ON positions (topic);
