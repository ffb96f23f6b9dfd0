-- Training platforms are told what becomes of awards.

-- url: may hold a token of its receiver, so it is in no log and in no audit row.
-- secret: what messages are signed with, wrapped by a master key; the one before signs too until previous_secret_until.
-- turn_until: a node sends to it until then; afterwards, when its last turn ended.
CREATE TABLE webhooks (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    description TEXT,
    secret BLOB NOT NULL,
    secret_key_id TEXT NOT NULL,
    previous_secret BLOB,
    previous_secret_key_id TEXT,
    previous_secret_until INTEGER,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    disabled_because TEXT,
    failing_since INTEGER,
    rests_until INTEGER,
    turn_until INTEGER NOT NULL,
    CONSTRAINT pk_webhooks PRIMARY KEY (id),
    CONSTRAINT fk_webhooks_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_webhooks_issuer_id_created_at_id ON webhooks (issuer_id, created_at, id);

-- body: the exact bytes that are sent at each try, without anything about a person.
CREATE TABLE webhook_deliveries (
    id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    event TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_status INTEGER,
    last_failure TEXT,
    created_at INTEGER NOT NULL,
    last_attempt_at INTEGER,
    next_attempt_at INTEGER,
    delivered_at INTEGER,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id),
    CONSTRAINT fk_webhook_deliveries_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
);
CREATE INDEX ix_webhook_deliveries_webhook_id_created_at_id ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX ix_webhook_deliveries_created_at ON webhook_deliveries (created_at);
CREATE INDEX ix_webhook_deliveries_webhook_id_next_attempt_at ON webhook_deliveries (webhook_id, next_attempt_at) WHERE state = 'pending';

-- When it was noticed that the award's documents ended, so that it is told once. What ended before this version is no news.
ALTER TABLE awards ADD COLUMN expired_at INTEGER;
UPDATE awards SET expired_at = valid_until WHERE valid_until <= CAST(strftime('%s') AS INTEGER) * 1000;
CREATE INDEX ix_awards_expired_at_valid_until ON awards (expired_at, valid_until) WHERE expired_at IS NULL AND revoked_at IS NULL AND valid_until IS NOT NULL;
