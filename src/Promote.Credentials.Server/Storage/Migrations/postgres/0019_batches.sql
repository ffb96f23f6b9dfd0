-- Many awards from one file, and what became of each line.

CREATE TABLE batches (
    id text NOT NULL,
    issuer_id text NOT NULL,
    achievement_id text NOT NULL,
    formats text NOT NULL,
    state text NOT NULL,
    dry_run boolean NOT NULL,
    confirm boolean NOT NULL,
    vouched boolean NOT NULL,
    started_by text NOT NULL,
    sender bytea,
    key_hash bytea,
    body_hash bytea NOT NULL,
    key_id text NOT NULL,
    wrapped_key bytea NOT NULL,
    lines integer NOT NULL,
    leased_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_batches PRIMARY KEY (id),
    CONSTRAINT fk_batches_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_batches_achievement_id FOREIGN KEY (achievement_id) REFERENCES achievements (id)
);
CREATE INDEX ix_batches_issuer_id_created_at_id ON batches (issuer_id, created_at, id);
CREATE UNIQUE INDEX ix_batches_issuer_id_key_hash ON batches (issuer_id, key_hash);

-- What waits to be done is a handful of rows among many.
CREATE INDEX ix_batches_created_at ON batches (created_at) WHERE state IN ('queued', 'validating', 'running');

-- details: cells, encrypted with the batch's key. learner: keyed hash.
CREATE TABLE batch_lines (
    batch_id text NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    details bytea,
    learner bytea,
    problems text,
    award_id text,
    CONSTRAINT pk_batch_lines PRIMARY KEY (batch_id, number),
    CONSTRAINT fk_batch_lines_batch_id FOREIGN KEY (batch_id) REFERENCES batches (id),
    CONSTRAINT fk_batch_lines_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE INDEX ix_batch_lines_batch_id_state_number ON batch_lines (batch_id, state, number);
CREATE INDEX ix_batch_lines_learner ON batch_lines (learner);
