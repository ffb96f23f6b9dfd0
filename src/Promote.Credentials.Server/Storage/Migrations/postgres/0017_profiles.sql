-- Occupations of ESCO with what an issuer adds to their skills.

CREATE TABLE profiles (
    id text NOT NULL,
    issuer_id text NOT NULL,
    content text NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_profiles PRIMARY KEY (id),
    CONSTRAINT fk_profiles_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_profiles_issuer_id_created_at_id ON profiles (issuer_id, created_at, id);
