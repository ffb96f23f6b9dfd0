-- Work after a commit is tried again until it is done, and the learner is told by mail.

ALTER TABLE outbox ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE outbox ALTER COLUMN attempts DROP DEFAULT;
ALTER TABLE outbox ADD COLUMN next_attempt_at timestamp with time zone;
ALTER TABLE outbox ADD COLUMN gave_up_at timestamp with time zone;
-- What was issued before this version told nobody, and is no news any more.
UPDATE outbox SET done_at = created_at WHERE done_at IS NULL;

ALTER TABLE awards ADD COLUMN claimed_at timestamp with time zone;

-- No address and no name: both are read from the learner when the mail is sent.
CREATE TABLE deliveries (
    id text NOT NULL,
    award_id text NOT NULL,
    request text NOT NULL,
    channel text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    error text,
    message_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone,
    sent_at timestamp with time zone,
    CONSTRAINT pk_deliveries PRIMARY KEY (id),
    CONSTRAINT fk_deliveries_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE UNIQUE INDEX ix_deliveries_award_id_request ON deliveries (award_id, request);
CREATE INDEX ix_deliveries_next_attempt_at ON deliveries (next_attempt_at) WHERE state = 'pending';
