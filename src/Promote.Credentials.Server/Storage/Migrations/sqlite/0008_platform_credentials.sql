-- Credentials that platforms write themselves and have signed over the VC-API.

-- use: each list is for the documents of one table, whose unique key reserves its bits.
ALTER TABLE status_lists ADD COLUMN use TEXT NOT NULL DEFAULT 'awards';
DROP INDEX ix_status_lists_issuer_id_purpose_number;
CREATE UNIQUE INDEX ix_status_lists_issuer_id_use_purpose_number ON status_lists (issuer_id, use, purpose, number);

-- intent and signed are encrypted with the document's own key, which is wrapped here.
CREATE TABLE platform_credentials (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    form TEXT NOT NULL,
    state TEXT NOT NULL,
    document_hash BLOB,
    wrapped_key BLOB NOT NULL,
    master_key_id TEXT NOT NULL,
    intent BLOB NOT NULL,
    proof_created INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    verification_method TEXT NOT NULL,
    signed BLOB,
    signed_sha256 BLOB,
    revocation_list_id TEXT,
    revocation_index INTEGER,
    suspension_list_id TEXT,
    suspension_index INTEGER,
    created_at INTEGER NOT NULL,
    issued_at INTEGER,
    revoked_at INTEGER,
    suspended_at INTEGER,
    CONSTRAINT pk_platform_credentials PRIMARY KEY (id),
    CONSTRAINT fk_platform_credentials_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_platform_credentials_key_id FOREIGN KEY (key_id) REFERENCES issuer_keys (id),
    CONSTRAINT fk_platform_credentials_revocation_list_id FOREIGN KEY (revocation_list_id) REFERENCES status_lists (id),
    CONSTRAINT fk_platform_credentials_suspension_list_id FOREIGN KEY (suspension_list_id) REFERENCES status_lists (id)
);
CREATE INDEX ix_platform_credentials_document_hash ON platform_credentials (document_hash);
CREATE UNIQUE INDEX ix_platform_credentials_revocation_list_id_revocation_index ON platform_credentials (revocation_list_id, revocation_index);
CREATE UNIQUE INDEX ix_platform_credentials_suspension_list_id_suspension_index ON platform_credentials (suspension_list_id, suspension_index);
CREATE INDEX ix_platform_credentials_created_at ON platform_credentials (created_at) WHERE state = 'intended';
