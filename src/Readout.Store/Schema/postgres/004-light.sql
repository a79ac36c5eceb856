-- As 009-light.sql of SQLite.

DROP INDEX positions_by_topic;
CREATE INDEX positions_by_topic_and_stance ON positions (topic, stance, holder_code, holder);
