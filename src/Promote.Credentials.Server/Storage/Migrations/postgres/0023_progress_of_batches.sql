-- How far a batch is, how fast it goes, and whoever started it is told once it is done.

ALTER TABLE batches ADD COLUMN started_at timestamp with time zone;
ALTER TABLE batches ADD COLUMN finished_at timestamp with time zone;
ALTER TABLE batches ADD COLUMN running_since timestamp with time zone;
ALTER TABLE batches ADD COLUMN ran_milliseconds bigint NOT NULL DEFAULT 0;
ALTER TABLE batches ALTER COLUMN ran_milliseconds DROP DEFAULT;

-- JSON, written once the batch is done: nobody counts its lines again.
ALTER TABLE batches ADD COLUMN counted text;

-- A mail has no address: it is read when it is sent.
CREATE TABLE batch_mails (
    id text NOT NULL,
    batch_id text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    error text,
    message_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone,
    sent_at timestamp with time zone,
    CONSTRAINT pk_batch_mails PRIMARY KEY (id),
    CONSTRAINT fk_batch_mails_batch_id FOREIGN KEY (batch_id) REFERENCES batches (id)
);
CREATE INDEX ix_batch_mails_next_attempt_at ON batch_mails (next_attempt_at) WHERE state = 'pending';
