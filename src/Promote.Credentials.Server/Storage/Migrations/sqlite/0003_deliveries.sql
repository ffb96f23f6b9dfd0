-- Work after a commit is tried again until it is done, and the learner is told by mail.

ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN next_attempt_at INTEGER;
ALTER TABLE outbox ADD COLUMN gave_up_at INTEGER;
-- What was issued before this version told nobody, and is no news any more.
UPDATE outbox SET done_at = created_at WHERE done_at IS NULL;

ALTER TABLE awards ADD COLUMN claimed_at INTEGER;

-- No address and no name: both are read from the learner when the mail is sent.
CREATE TABLE deliveries (
    id TEXT NOT NULL,
    award_id TEXT NOT NULL,
    request TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT,
    message_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    sent_at INTEGER,
    CONSTRAINT pk_deliveries PRIMARY KEY (id),
    CONSTRAINT fk_deliveries_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE UNIQUE INDEX ix_deliveries_award_id_request ON deliveries (award_id, request);
CREATE INDEX ix_deliveries_next_attempt_at ON deliveries (next_attempt_at) WHERE state = 'pending';
