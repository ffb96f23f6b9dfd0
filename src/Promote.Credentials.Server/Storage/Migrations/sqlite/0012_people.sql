-- People who work for issuers, what they do there, and where they are signed in.

-- lookup: keyed hash of the e-mail address; profile and secrets are encrypted with a key of the person's own.
CREATE TABLE people (
    id TEXT NOT NULL,
    lookup BLOB NOT NULL,
    wrapped_key BLOB NOT NULL,
    key_id TEXT NOT NULL,
    profile BLOB NOT NULL,
    secrets BLOB,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    revision INTEGER NOT NULL,
    second_factor INTEGER NOT NULL,
    last_code_step INTEGER NOT NULL,
    failed_attempts INTEGER NOT NULL,
    locked_until INTEGER,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_people_lookup ON people (lookup);

-- invitation_hash: SHA-256 of the token in the link; null once it was used.
CREATE TABLE memberships (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    roles TEXT NOT NULL,
    invitation_hash BLOB,
    invited_until INTEGER,
    accepted_at INTEGER,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_memberships PRIMARY KEY (id),
    CONSTRAINT fk_memberships_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_memberships_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_memberships_person_id_issuer_id ON memberships (person_id, issuer_id);
CREATE INDEX ix_memberships_issuer_id_created_at_id ON memberships (issuer_id, created_at, id);
CREATE UNIQUE INDEX ix_memberships_invitation_hash ON memberships (invitation_hash);

-- hash: SHA-256 of the token in the cookie. verified_at: null while the second factor is missing.
CREATE TABLE sessions (
    id TEXT NOT NULL,
    hash BLOB NOT NULL,
    person_id TEXT NOT NULL,
    security_stamp TEXT NOT NULL,
    issuer_id TEXT,
    language TEXT,
    verified_at INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_sessions_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_sessions_hash ON sessions (hash);
CREATE INDEX ix_sessions_person_id ON sessions (person_id);
