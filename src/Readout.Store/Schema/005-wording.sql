-- Uses of phrase families: which form of a family stands where, and in which statement (none where the article speaks for itself).

CREATE TABLE wording (
    version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    family TEXT NOT NULL,
    form TEXT NOT NULL,
    words TEXT NOT NULL,
    statement TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    sentence TEXT NOT NULL
) STRICT;
CREATE INDEX wording_by_version ON wording (version, statement);
CREATE INDEX wording_by_family ON wording (family, form);
