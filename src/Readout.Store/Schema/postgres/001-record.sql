-- The record in PostgreSQL: the tables of the SQLite files 001 to 007 in one. Texts are compared byte by byte (COLLATE "C"), as SQLite does, so that answers stand in the same order.
-- words: what is searched; made by the program, so that both databases find the same words.

-- instr as SQLite has it, so that both understand the same questions.
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN strpos($1, $2);

CREATE TABLE runs (
    run bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    started text COLLATE "C" NOT NULL
);

CREATE TABLE articles (
    article bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    id text COLLATE "C" NOT NULL UNIQUE
);

-- A page that changed becomes a further version; the one seen in the latest run is current.
CREATE TABLE versions (
    version bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    article bigint NOT NULL REFERENCES articles,
    hash text COLLATE "C" NOT NULL,
    seen bigint NOT NULL REFERENCES runs,
    is_current bigint NOT NULL,
    input text COLLATE "C" NOT NULL,
    url text COLLATE "C",
    title text COLLATE "C",
    published text COLLATE "C",
    source text COLLATE "C",
    language text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    -- In UTF-16 code units, as spans count; length() counts characters.
    length bigint NOT NULL,
    fingerprint bigint NOT NULL,
    reader text COLLATE "C" NOT NULL,
    reading bytea NOT NULL,
    dropped bytea NOT NULL,
    derived bigint NOT NULL DEFAULT 1,
    words tsvector NOT NULL,
    UNIQUE (article, hash)
);
CREATE INDEX versions_by_day ON versions (published) WHERE is_current = 1;
CREATE INDEX versions_by_derived ON versions (derived);
CREATE INDEX versions_by_words ON versions USING gin (words);

-- Wire copies: linked, never merged. The pair stands once, the lower number first.
CREATE TABLE copies (
    one bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    other bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    PRIMARY KEY (one, other)
);
CREATE INDEX copies_by_other ON copies (other);

CREATE TABLE entities (
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    sector text COLLATE "C",
    office text COLLATE "C",
    mentions bigint NOT NULL,
    mention_start bigint NOT NULL,
    mention_end bigint NOT NULL,
    corrected text COLLATE "C",
    PRIMARY KEY (version, id)
);
CREATE INDEX entities_by_id ON entities (id);
CREATE INDEX entities_by_code ON entities (code);
CREATE INDEX entities_by_lower_name ON entities (lower(name));

CREATE TABLE statements (
    statement bigint PRIMARY KEY,
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    speaker text COLLATE "C",
    cue text COLLATE "C",
    form text COLLATE "C" NOT NULL,
    act text COLLATE "C" NOT NULL,
    day text COLLATE "C",
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    corrected text COLLATE "C",
    words tsvector NOT NULL
);
CREATE INDEX statements_by_version ON statements (version);
CREATE INDEX statements_by_words ON statements USING gin (words);

-- Who takes part in a statement: its speaker, those it was said to, who carried it, whom its content names.
CREATE TABLE statement_parts (
    statement bigint NOT NULL REFERENCES statements ON DELETE CASCADE,
    part text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    PRIMARY KEY (statement, part, entity)
);
CREATE INDEX statement_parts_by_entity ON statement_parts (entity, part);
CREATE INDEX statement_parts_by_code ON statement_parts (code, part);

CREATE TABLE events (
    event bigint PRIMARY KEY,
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    mode text COLLATE "C",
    contexts text COLLATE "C" NOT NULL,
    cameo text COLLATE "C",
    goldstein double precision,
    mutual bigint NOT NULL,
    date text COLLATE "C",
    first_day text COLLATE "C",
    last_day text COLLATE "C",
    place text COLLATE "C",
    country text COLLATE "C",
    latitude double precision,
    longitude double precision,
    status text COLLATE "C" NOT NULL,
    statement text COLLATE "C",
    confidence double precision NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    corrected text COLLATE "C",
    joined text COLLATE "C",
    parted text COLLATE "C",
    act bigint NOT NULL DEFAULT 0,
    name text COLLATE "C" NOT NULL DEFAULT '',
    day text COLLATE "C",
    vague bigint NOT NULL DEFAULT 0,
    parties text COLLATE "C" NOT NULL DEFAULT '',
    score double precision,
    sentence bigint NOT NULL DEFAULT 0,
    words tsvector NOT NULL
);
CREATE INDEX events_by_version ON events (version);
CREATE INDEX events_by_day ON events (first_day);
CREATE INDEX events_by_act ON events (act);
CREATE INDEX events_by_name ON events (name);
CREATE INDEX events_by_type_and_day ON events (type, vague, day);
CREATE INDEX events_by_joined ON events (joined) WHERE joined IS NOT NULL;
CREATE INDEX events_by_words ON events USING gin (words);

CREATE TABLE event_sides (
    event bigint NOT NULL REFERENCES events ON DELETE CASCADE,
    side text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    PRIMARY KEY (event, side, entity)
);
CREATE INDEX event_sides_by_entity ON event_sides (entity);
CREATE INDEX event_sides_by_code ON event_sides (code);

CREATE TABLE positions (
    position bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    holder text COLLATE "C" NOT NULL,
    holder_code text COLLATE "C",
    voice text COLLATE "C",
    stance text COLLATE "C" NOT NULL,
    topic text COLLATE "C" NOT NULL,
    toward text COLLATE "C" NOT NULL,
    condition_start bigint,
    condition_end bigint,
    statement text COLLATE "C",
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    corrected text COLLATE "C"
);
CREATE INDEX positions_by_version ON positions (version);
CREATE INDEX positions_by_holder ON positions (holder, topic);
CREATE INDEX positions_by_stance ON positions (stance);
CREATE INDEX positions_by_topic ON positions (topic);

CREATE TABLE agreements (
    agreement bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    name text COLLATE "C",
    parties text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    date text COLLATE "C",
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    corrected text COLLATE "C"
);
CREATE INDEX agreements_by_version ON agreements (version);

CREATE TABLE corrections (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    act text COLLATE "C" NOT NULL,
    author text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    made text COLLATE "C" NOT NULL,
    actor text COLLATE "C",
    other text COLLATE "C",
    undoes text COLLATE "C",
    body text COLLATE "C" NOT NULL
);
CREATE INDEX corrections_by_actor ON corrections (actor);

-- Articles that a correction names.
CREATE TABLE correction_articles (
    article text COLLATE "C" NOT NULL,
    correction text COLLATE "C" NOT NULL REFERENCES corrections,
    PRIMARY KEY (article, correction)
);
CREATE INDEX correction_articles_by_correction ON correction_articles (correction);

-- In which versions a correction holds (held = 1) or did not find its finding again (held = 0).
CREATE TABLE correction_uses (
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    correction text COLLATE "C" NOT NULL REFERENCES corrections,
    held bigint NOT NULL,
    PRIMARY KEY (version, correction)
);
CREATE INDEX correction_uses_by_correction ON correction_uses (correction);

-- Meetings, visits and calls among the events: how they meet, and what became of it (planned, held, postponed, cancelled).
CREATE TABLE meetings (
    event bigint NOT NULL PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    way text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL
);

CREATE TABLE wording (
    version bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
    family text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    words text COLLATE "C" NOT NULL,
    statement text COLLATE "C",
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    sentence text COLLATE "C" NOT NULL
);
CREATE INDEX wording_by_version ON wording (version, statement);
CREATE INDEX wording_by_family ON wording (family, form);

CREATE TABLE watches (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    made text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL
);

CREATE TABLE watch_reports (
    watch text COLLATE "C" NOT NULL REFERENCES watches ON DELETE CASCADE,
    entry text COLLATE "C" NOT NULL,
    PRIMARY KEY (watch, entry)
);
