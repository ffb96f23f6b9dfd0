-- How far a batch is, how fast it goes, and whoever started it is told once it is done.

ALTER TABLE batches ADD COLUMN started_at INTEGER;
ALTER TABLE batches ADD COLUMN finished_at INTEGER;
ALTER TABLE batches ADD COLUMN running_since INTEGER;
ALTER TABLE batches ADD COLUMN ran_milliseconds INTEGER NOT NULL DEFAULT 0;

-- JSON, written once the batch is done: nobody counts its lines again.
ALTER TABLE batches ADD COLUMN counted TEXT;

-- A mail has no address: it is read when it is sent.
CREATE TABLE batch_mails (
    id TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT,
    message_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    sent_at INTEGER,
    CONSTRAINT pk_batch_mails PRIMARY KEY (id),
    CONSTRAINT fk_batch_mails_batch_id FOREIGN KEY (batch_id) REFERENCES batches (id)
);
CREATE INDEX ix_batch_mails_next_attempt_at ON batch_mails (next_attempt_at) WHERE state = 'pending';
