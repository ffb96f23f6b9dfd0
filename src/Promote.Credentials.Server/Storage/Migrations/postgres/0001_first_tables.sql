-- The first tables: issuers and their keys, achievements, learners, awards and their documents.

-- A key of the whole service, wrapped by a master key from the configuration.
CREATE TABLE wrapped_keys (
    name text NOT NULL,
    key_id text NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_wrapped_keys PRIMARY KEY (name)
);

CREATE TABLE issuers (
    id text NOT NULL,
    slug text NOT NULL,
    profile text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_issuers PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_issuers_slug ON issuers (slug);

CREATE TABLE api_keys (
    id text NOT NULL,
    issuer_id text NOT NULL,
    name text NOT NULL,
    hash bytea NOT NULL,
    scopes text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_api_keys PRIMARY KEY (id),
    CONSTRAINT fk_api_keys_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_api_keys_hash ON api_keys (hash);
CREATE INDEX ix_api_keys_issuer_id_created_at_id ON api_keys (issuer_id, created_at, id);

CREATE TABLE achievements (
    id text NOT NULL,
    issuer_id text NOT NULL,
    state text NOT NULL,
    latest_version integer NOT NULL,
    published_version integer,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_achievements PRIMARY KEY (id),
    CONSTRAINT fk_achievements_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_achievements_issuer_id_created_at_id ON achievements (issuer_id, created_at, id);

CREATE TABLE achievement_versions (
    achievement_id text NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT pk_achievement_versions PRIMARY KEY (achievement_id, number),
    CONSTRAINT fk_achievement_versions_achievement_id FOREIGN KEY (achievement_id) REFERENCES achievements (id)
);

-- profile is encrypted with the learner's key, wrapped_key; a learner is erased by forgetting that key.
CREATE TABLE learners (
    id text NOT NULL,
    issuer_id text NOT NULL,
    lookup bytea,
    wrapped_key bytea,
    key_id text NOT NULL,
    profile bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_learners PRIMARY KEY (id),
    CONSTRAINT fk_learners_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_learners_issuer_id_lookup ON learners (issuer_id, lookup);

CREATE TABLE status_lists (
    id text NOT NULL,
    issuer_id text NOT NULL,
    purpose text NOT NULL,
    number integer NOT NULL,
    size integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_status_lists PRIMARY KEY (id),
    CONSTRAINT fk_status_lists_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_status_lists_issuer_id_purpose_number ON status_lists (issuer_id, purpose, number);

-- details is encrypted with the learner's key.
CREATE TABLE awards (
    id text NOT NULL,
    issuer_id text NOT NULL,
    achievement_id text NOT NULL,
    achievement_version integer NOT NULL,
    learner_id text NOT NULL,
    public_id text NOT NULL,
    holder_id text NOT NULL,
    state text NOT NULL,
    details bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
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
    id text NOT NULL,
    award_id text NOT NULL,
    format text NOT NULL,
    state text NOT NULL,
    intent bytea NOT NULL,
    proof_created timestamp with time zone NOT NULL,
    verification_method text NOT NULL,
    signed bytea,
    signed_sha256 bytea,
    status_list_id text NOT NULL,
    status_index integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
    CONSTRAINT pk_credentials PRIMARY KEY (id),
    CONSTRAINT fk_credentials_award_id FOREIGN KEY (award_id) REFERENCES awards (id),
    CONSTRAINT fk_credentials_status_list_id FOREIGN KEY (status_list_id) REFERENCES status_lists (id)
);
CREATE UNIQUE INDEX ix_credentials_award_id_format ON credentials (award_id, format);
CREATE UNIQUE INDEX ix_credentials_status_list_id_status_index ON credentials (status_list_id, status_index);

CREATE TABLE idempotency_keys (
    issuer_id text NOT NULL,
    key_hash bytea NOT NULL,
    body_hash bytea NOT NULL,
    award_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (issuer_id, key_hash),
    CONSTRAINT fk_idempotency_keys_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_idempotency_keys_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);

-- No personal data in any column.
CREATE TABLE audit (
    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    at timestamp with time zone NOT NULL,
    issuer_id text NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (id)
);
CREATE INDEX ix_audit_issuer_id_id ON audit (issuer_id, id);

-- payload is encrypted with the learner's key.
CREATE TABLE outbox (
    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    payload bytea,
    created_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT pk_outbox PRIMARY KEY (id)
);
CREATE INDEX ix_outbox_created_at ON outbox (created_at) WHERE done_at IS NULL;
