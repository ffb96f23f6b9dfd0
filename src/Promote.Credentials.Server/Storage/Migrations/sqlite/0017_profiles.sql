-- Occupations of ESCO with what an issuer adds to their skills.

CREATE TABLE profiles (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    content TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT pk_profiles PRIMARY KEY (id),
    CONSTRAINT fk_profiles_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_profiles_issuer_id_created_at_id ON profiles (issuer_id, created_at, id);
