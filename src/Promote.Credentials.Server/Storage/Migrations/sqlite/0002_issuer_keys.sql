-- The keys that issuers sign with. The private parts are never here: reference tells where this service finds them.
CREATE TABLE issuer_keys (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    public_key TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    activated_at INTEGER,
    replaced_at INTEGER,
    ended_at INTEGER,
    CONSTRAINT pk_issuer_keys PRIMARY KEY (id),
    CONSTRAINT fk_issuer_keys_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_issuer_keys_issuer_id_public_key ON issuer_keys (issuer_id, public_key);
-- Whatever two nodes do at once, an issuer signs with one key of a kind.
CREATE UNIQUE INDEX ix_issuer_keys_issuer_id_algorithm ON issuer_keys (issuer_id, algorithm) WHERE state = 'active';

-- Counts the changes of an issuer's keys, so that a node sees at each award whether it still knows them.
ALTER TABLE issuers ADD COLUMN keys_revision INTEGER NOT NULL DEFAULT 0;

-- key_id: the key that signs the document; null where a document is not signed. document_id: the document's own id in its URL,
-- for forms that have one.
ALTER TABLE credentials ADD COLUMN key_id TEXT CONSTRAINT fk_credentials_key_id REFERENCES issuer_keys (id);
ALTER TABLE credentials ADD COLUMN document_id TEXT;
CREATE UNIQUE INDEX ix_credentials_document_id ON credentials (document_id);

ALTER TABLE awards ADD COLUMN revoked_at INTEGER;
ALTER TABLE awards ADD COLUMN revocation_reason TEXT;
CREATE INDEX ix_awards_issuer_id_revoked_at ON awards (issuer_id, revoked_at) WHERE revoked_at IS NOT NULL;
