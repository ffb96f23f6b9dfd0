-- Credentials that platforms write themselves and have signed over the VC-API.

-- use: each list is for the documents of one table, whose unique key reserves its bits.
ALTER TABLE status_lists ADD COLUMN use text NOT NULL DEFAULT 'awards';
ALTER TABLE status_lists ALTER COLUMN use DROP DEFAULT;
DROP INDEX ix_status_lists_issuer_id_purpose_number;
CREATE UNIQUE INDEX ix_status_lists_issuer_id_use_purpose_number ON status_lists (issuer_id, use, purpose, number);

-- intent and signed are encrypted with the document's own key, which is wrapped here.
CREATE TABLE platform_credentials (
    id text NOT NULL,
    issuer_id text NOT NULL,
    form text NOT NULL,
    state text NOT NULL,
    document_hash bytea,
    wrapped_key bytea NOT NULL,
    master_key_id text NOT NULL,
    intent bytea NOT NULL,
    proof_created timestamp with time zone NOT NULL,
    key_id text NOT NULL,
    verification_method text NOT NULL,
    signed bytea,
    signed_sha256 bytea,
    revocation_list_id text,
    revocation_index integer,
    suspension_list_id text,
    suspension_index integer,
    created_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
    revoked_at timestamp with time zone,
    suspended_at timestamp with time zone,
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
