-- People who work for issuers, what they do there, and where they are signed in.

-- lookup: keyed hash of the e-mail address; profile and secrets are encrypted with a key of the person's own.
CREATE TABLE people (
    id text NOT NULL,
    lookup bytea NOT NULL,
    wrapped_key bytea NOT NULL,
    key_id text NOT NULL,
    profile bytea NOT NULL,
    secrets bytea,
    password_hash text,
    security_stamp text NOT NULL,
    revision integer NOT NULL,
    second_factor boolean NOT NULL,
    last_code_step bigint NOT NULL,
    failed_attempts integer NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_people_lookup ON people (lookup);

-- invitation_hash: SHA-256 of the token in the link; null once it was used.
CREATE TABLE memberships (
    id text NOT NULL,
    person_id text NOT NULL,
    issuer_id text NOT NULL,
    roles text NOT NULL,
    invitation_hash bytea,
    invited_until timestamp with time zone,
    accepted_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_memberships PRIMARY KEY (id),
    CONSTRAINT fk_memberships_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_memberships_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_memberships_person_id_issuer_id ON memberships (person_id, issuer_id);
CREATE INDEX ix_memberships_issuer_id_created_at_id ON memberships (issuer_id, created_at, id);
CREATE UNIQUE INDEX ix_memberships_invitation_hash ON memberships (invitation_hash);

-- hash: SHA-256 of the token in the cookie. verified_at: null while the second factor is missing.
CREATE TABLE sessions (
    id text NOT NULL,
    hash bytea NOT NULL,
    person_id text NOT NULL,
    security_stamp text NOT NULL,
    issuer_id text,
    language text,
    verified_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_sessions_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_sessions_hash ON sessions (hash);
CREATE INDEX ix_sessions_person_id ON sessions (person_id);
