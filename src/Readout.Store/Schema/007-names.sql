-- Names and places are compared in small letters, on every database in the same way.

DROP INDEX entities_by_name;
CREATE INDEX entities_by_lower_name ON entities (lower(name));
