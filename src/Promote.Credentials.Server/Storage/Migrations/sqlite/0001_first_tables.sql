-- The first tables: issuers and their keys, achievements, learners, awards and their documents.
-- Instants are whole milliseconds since 1970-01-01T00:00:00Z.

-- A key of the whole service, wrapped by a master key from the configuration.
CREATE TABLE wrapped_keys (
    name TEXT NOT NULL,
    key_id TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_wrapped_keys PRIMARY KEY (name)
);

CREATE TABLE issuers (
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    profile TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_issuers PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_issuers_slug ON issuers (slug);

CREATE TABLE api_keys (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    hash BLOB NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    CONSTRAINT pk_api_keys PRIMARY KEY (id),
    CONSTRAINT fk_api_keys_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_api_keys_hash ON api_keys (hash);
CREATE INDEX ix_api_keys_issuer_id_created_at_id ON api_keys (issuer_id, created_at, id);

CREATE TABLE achievements (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    state TEXT NOT NULL,
    latest_version INTEGER NOT NULL,
    published_version INTEGER,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT pk_achievements PRIMARY KEY (id),
    CONSTRAINT fk_achievements_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_achievements_issuer_id_created_at_id ON achievements (issuer_id, created_at, id);

CREATE TABLE achievement_versions (
    achievement_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    CONSTRAINT pk_achievement_versions PRIMARY KEY (achievement_id, number),
    CONSTRAINT fk_achievement_versions_achievement_id FOREIGN KEY (achievement_id) REFERENCES achievements (id)
);

-- profile is encrypted with the learner's key, wrapped_key; a learner is erased by forgetting that key.
CREATE TABLE learners (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    lookup BLOB,
    wrapped_key BLOB,
    key_id TEXT NOT NULL,
    profile BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_learners PRIMARY KEY (id),
    CONSTRAINT fk_learners_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_learners_issuer_id_lookup ON learners (issuer_id, lookup);

CREATE TABLE status_lists (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    number INTEGER NOT NULL,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_status_lists PRIMARY KEY (id),
    CONSTRAINT fk_status_lists_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_status_lists_issuer_id_purpose_number ON status_lists (issuer_id, purpose, number);

-- details is encrypted with the learner's key.
CREATE TABLE awards (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    achievement_id TEXT NOT NULL,
    achievement_version INTEGER NOT NULL,
    learner_id TEXT NOT NULL,
    public_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    state TEXT NOT NULL,
    details BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    issued_at INTEGER,
    CONSTRAINT pk_awards PRIMARY KEY (id),
    CONSTRAINT fk_awards_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_awards_achievement_id_achievement_version FOREIGN KEY (achievement_id, achievement_version) REFERENCES achievement_versions (achievement_id, number),
    CONSTRAINT fk_awards_learner_id FOREIGN KEY (learner_id) REFERENCES learners (id)
);
CREATE UNIQUE INDEX ix_awards_public_id ON awards (public_id);
CREATE UNIQUE INDEX ix_awards_holder_id ON awards (holder_id);
CREATE INDEX ix_awards_issuer_id_created_at_id ON awards (issuer_id, created_at, id);
CREATE INDEX ix_awards_learner_id ON awards (learner_id);
CREATE INDEX ix_awards_id ON awards (id) WHERE state = 'intended';

-- intent and signed are encrypted with the learner's key. A status index is taken once and for ever.
CREATE TABLE credentials (
    id TEXT NOT NULL,
    award_id TEXT NOT NULL,
    format TEXT NOT NULL,
    state TEXT NOT NULL,
    intent BLOB NOT NULL,
    proof_created INTEGER NOT NULL,
    verification_method TEXT NOT NULL,
    signed BLOB,
    signed_sha256 BLOB,
    status_list_id TEXT NOT NULL,
    status_index INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    issued_at INTEGER,
    CONSTRAINT pk_credentials PRIMARY KEY (id),
    CONSTRAINT fk_credentials_award_id FOREIGN KEY (award_id) REFERENCES awards (id),
    CONSTRAINT fk_credentials_status_list_id FOREIGN KEY (status_list_id) REFERENCES status_lists (id)
);
CREATE UNIQUE INDEX ix_credentials_award_id_format ON credentials (award_id, format);
CREATE UNIQUE INDEX ix_credentials_status_list_id_status_index ON credentials (status_list_id, status_index);

CREATE TABLE idempotency_keys (
    issuer_id TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    award_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (issuer_id, key_hash),
    CONSTRAINT fk_idempotency_keys_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_idempotency_keys_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);

-- No personal data in any column.
CREATE TABLE audit (
    id INTEGER NOT NULL CONSTRAINT pk_audit PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    issuer_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX ix_audit_issuer_id_id ON audit (issuer_id, id);

-- payload is encrypted with the learner's key.
CREATE TABLE outbox (
    id INTEGER NOT NULL CONSTRAINT pk_outbox PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload BLOB,
    created_at INTEGER NOT NULL,
    done_at INTEGER
);
CREATE INDEX ix_outbox_created_at ON outbox (created_at) WHERE done_at IS NULL;
