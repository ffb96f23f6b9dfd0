-- Passkeys of people who sign in, and the challenges that wait for an answer.

-- lookup: keyed hash of the id that the device gave it; details are encrypted with the person's key.
CREATE TABLE passkeys (
    id text NOT NULL,
    person_id text NOT NULL,
    lookup bytea NOT NULL,
    details bytea NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_passkeys PRIMARY KEY (id),
    CONSTRAINT fk_passkeys_person_id FOREIGN KEY (person_id) REFERENCES people (id)
);
CREATE UNIQUE INDEX ix_passkeys_lookup ON passkeys (lookup);
CREATE INDEX ix_passkeys_person_id ON passkeys (person_id);

-- hash: SHA-256 of the token in the cookie. A row is deleted by whoever answers it first.
CREATE TABLE passkey_challenges (
    id text NOT NULL,
    hash bytea NOT NULL,
    state bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_passkey_challenges PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_passkey_challenges_hash ON passkey_challenges (hash);
CREATE INDEX ix_passkey_challenges_expires_at ON passkey_challenges (expires_at);
