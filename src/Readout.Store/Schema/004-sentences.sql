-- Number of the sentence that an event's evidence begins in, from 1: other formats count so.
ALTER TABLE events ADD COLUMN sentence INTEGER NOT NULL DEFAULT 0;
