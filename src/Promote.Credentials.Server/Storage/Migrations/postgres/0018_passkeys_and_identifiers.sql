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

-- Ids by which the platforms of an issuer know somebody who works for it.
-- lookup: keyed hash, the same that finds the issuer's learner; identifier is encrypted with the person's key.
CREATE TABLE person_identifiers (
    id text NOT NULL,
    person_id text NOT NULL,
    issuer_id text NOT NULL,
    lookup bytea NOT NULL,
    identifier bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_person_identifiers PRIMARY KEY (id),
    CONSTRAINT fk_person_identifiers_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_person_identifiers_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_person_identifiers_issuer_id_lookup ON person_identifiers (issuer_id, lookup);
CREATE INDEX ix_person_identifiers_person_id_issuer_id ON person_identifiers (person_id, issuer_id);
