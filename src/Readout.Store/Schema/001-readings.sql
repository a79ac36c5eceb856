-- Articles with their versions, what was found in them, and the indexes that answers need; see docs/store.md.
-- Numbers (article, version, statement ...) are internal and differ from store to store; ids never do.

CREATE TABLE runs (
    run INTEGER PRIMARY KEY,
    started TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    article INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- A page that changed becomes a further version; the one seen in the latest run is current.
CREATE TABLE versions (
    version INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    hash TEXT NOT NULL,
    seen INTEGER NOT NULL REFERENCES runs,
    is_current INTEGER NOT NULL,
    input TEXT NOT NULL,
    url TEXT,
    title TEXT,
    published TEXT,
    source TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    -- In UTF-16 code units, as spans count; length() counts characters.
    length INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    reader TEXT NOT NULL,
    reading BLOB NOT NULL,
    dropped BLOB NOT NULL,
    UNIQUE (article, hash)
) STRICT;
CREATE INDEX versions_by_day ON versions (published) WHERE is_current = 1;

-- Wire copies: linked, never merged. The pair stands once, the lower number first.
CREATE TABLE copies (
    one INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (other);

CREATE TABLE entities (
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    code TEXT,
    sector TEXT,
    office TEXT,
    mentions INTEGER NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_id ON entities (id);
CREATE INDEX entities_by_name ON entities (name COLLATE NOCASE);
CREATE INDEX entities_by_code ON entities (code);

CREATE TABLE statements (
    statement INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    id TEXT NOT NULL,
    speaker TEXT,
    cue TEXT,
    form TEXT NOT NULL,
    act TEXT NOT NULL,
    day TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_version ON statements (version);

-- Who takes part in a statement: its speaker, those it was said to, who carried it, whom its content names.
CREATE TABLE statement_parts (
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    part TEXT NOT NULL,
    entity TEXT NOT NULL,
    code TEXT,
    PRIMARY KEY (statement, part, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_parts_by_entity ON statement_parts (entity, part);
CREATE INDEX statement_parts_by_code ON statement_parts (code, part);

CREATE TABLE events (
    event INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    contexts TEXT NOT NULL,
    cameo TEXT,
    goldstein REAL,
    mutual INTEGER NOT NULL,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    place TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    status TEXT NOT NULL,
    statement TEXT,
    confidence REAL NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_version ON events (version);
CREATE INDEX events_by_day ON events (first_day);

CREATE TABLE event_sides (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    side TEXT NOT NULL,
    entity TEXT NOT NULL,
    code TEXT,
    PRIMARY KEY (event, side, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_sides_by_entity ON event_sides (entity);
CREATE INDEX event_sides_by_code ON event_sides (code);

CREATE TABLE positions (
    position INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder TEXT NOT NULL,
    holder_code TEXT,
    voice TEXT,
    stance TEXT NOT NULL,
    topic TEXT NOT NULL,
    toward TEXT NOT NULL,
    condition_start INTEGER,
    condition_end INTEGER,
    statement TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX positions_by_version ON positions (version);
CREATE INDEX positions_by_holder ON positions (holder, topic);
CREATE INDEX positions_by_stance ON positions (stance);

CREATE TABLE agreements (
    agreement INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT,
    parties TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX agreements_by_version ON agreements (version);

-- Full text. The words stay in the tables above; these hold only the index.
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'versions', content_rowid = 'version', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (text, content = 'statements', content_rowid = 'statement', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_words USING fts5 (text, content = 'events', content_rowid = 'event', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TRIGGER versions_added AFTER INSERT ON versions BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.version, new.title, new.text);
END;
CREATE TRIGGER versions_removed AFTER DELETE ON versions BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.version, old.title, old.text);
END;
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, text) VALUES (new.statement, new.text);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, text) VALUES ('delete', old.statement, old.text);
END;
CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
    INSERT INTO event_words (rowid, text) VALUES (new.event, new.text);
END;
CREATE TRIGGER events_removed AFTER DELETE ON events BEGIN
    INSERT INTO event_words (event_words, rowid, text) VALUES ('delete', old.event, old.text);
END;
