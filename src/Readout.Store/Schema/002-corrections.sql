-- The log of corrections; the rows of findings hold the corrected state, versions.reading what the reader found.

CREATE TABLE corrections (
    id TEXT NOT NULL PRIMARY KEY,
    act TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    made TEXT NOT NULL,
    actor TEXT,
    other TEXT,
    undoes TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_actor ON corrections (actor);

-- Articles that a correction names.
CREATE TABLE correction_articles (
    article TEXT NOT NULL,
    correction TEXT NOT NULL REFERENCES corrections,
    PRIMARY KEY (article, correction)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_articles_by_correction ON correction_articles (correction);

-- In which versions a correction holds (held = 1) or did not find its finding again (held = 0).
CREATE TABLE correction_uses (
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    correction TEXT NOT NULL REFERENCES corrections,
    held INTEGER NOT NULL,
    PRIMARY KEY (version, correction)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_uses_by_correction ON correction_uses (correction);

ALTER TABLE entities ADD COLUMN corrected TEXT;
ALTER TABLE statements ADD COLUMN corrected TEXT;
ALTER TABLE positions ADD COLUMN corrected TEXT;
ALTER TABLE agreements ADD COLUMN corrected TEXT;
ALTER TABLE events ADD COLUMN corrected TEXT;
ALTER TABLE events ADD COLUMN joined TEXT;
ALTER TABLE events ADD COLUMN parted TEXT;

-- Rows are derived from readings; a version whose rows an older program derived is derived anew when the store is opened.
ALTER TABLE versions ADD COLUMN derived INTEGER NOT NULL DEFAULT 1;
CREATE INDEX versions_by_derived ON versions (derived);
