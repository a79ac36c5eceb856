-- As 008-asking.sql of SQLite: indexes that questions need on a store of thousands of articles.

-- A person by the family name: the last word of the name, as ActorFilter asks for it.
CREATE INDEX entities_by_last_word ON entities (lower(replace(name, rtrim(name, replace(name, ' ', '')), ''))) WHERE kind = 'person';
CREATE INDEX entities_in_office ON entities (office, code, id, name) WHERE office IS NOT NULL AND kind = 'person';
-- Acts of more than one report: one of them has the number of the act, the others do not.
CREATE INDEX events_of_shared_acts ON events (act) WHERE act <> event;
