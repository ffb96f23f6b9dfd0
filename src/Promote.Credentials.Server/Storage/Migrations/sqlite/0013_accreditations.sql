-- Signed statements by which an issuer stands behind another one.

-- document: the EndorsementCredential as it was signed; anybody may read it.
CREATE TABLE accreditations (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    comment TEXT,
    document BLOB NOT NULL,
    revoked_at INTEGER,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_accreditations PRIMARY KEY (id),
    CONSTRAINT fk_accreditations_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_accreditations_member_id FOREIGN KEY (member_id) REFERENCES issuers (id)
);
CREATE INDEX ix_accreditations_issuer_id_created_at_id ON accreditations (issuer_id, created_at, id);
CREATE INDEX ix_accreditations_member_id ON accreditations (member_id);
