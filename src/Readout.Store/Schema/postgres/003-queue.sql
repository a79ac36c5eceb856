-- Pages that wait for a worker. A worker locks what it reads and deletes it in the transaction that keeps the readings: when it dies, the lock is gone and the page waits again.
CREATE TABLE jobs (
    job bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    message text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    -- How often a worker took it. A page that ends its worker each time is put aside.
    taken bigint NOT NULL DEFAULT 0
);
CREATE INDEX jobs_by_turn ON jobs (taken, job);

-- Messages of another queue whose readings are kept: what is delivered again has its effect already.
CREATE TABLE inbox (
    message text COLLATE "C" NOT NULL PRIMARY KEY,
    kept timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_by_time ON inbox (kept);

-- Pages that no worker could read, with the reason.
CREATE TABLE failed_jobs (
    message text COLLATE "C" NOT NULL PRIMARY KEY,
    body bytea NOT NULL,
    problem text COLLATE "C" NOT NULL,
    failed timestamptz NOT NULL DEFAULT now()
);
