-- For ledgers that look at many positions before they show a few.

-- Who ever opposed or refused something on a topic: answered from the index alone.
DROP INDEX positions_by_topic;
CREATE INDEX positions_by_topic_and_stance ON positions (topic, stance, holder_code, holder);
