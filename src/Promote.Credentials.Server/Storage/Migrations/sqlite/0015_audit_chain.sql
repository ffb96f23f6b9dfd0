-- The audit trail becomes a chain that only grows: whatever is changed, taken out or moved in it later is found.

-- learner_id: whose key reason is encrypted with. reason: what somebody typed, so that erasing the learner takes it along and leaves the chain.
-- sequence, previous, hash: the place in the chain, given once, right after the commit that wrote the row; null until then.
ALTER TABLE audit ADD COLUMN learner_id TEXT;
ALTER TABLE audit ADD COLUMN reason BLOB;
ALTER TABLE audit ADD COLUMN sequence INTEGER;
ALTER TABLE audit ADD COLUMN previous BLOB;
ALTER TABLE audit ADD COLUMN hash BLOB;
CREATE UNIQUE INDEX ix_audit_sequence ON audit (sequence);
CREATE INDEX ix_audit_id ON audit (id) WHERE sequence IS NULL;
DROP INDEX ix_audit_issuer_id_id;
CREATE INDEX ix_audit_issuer_id_at_id ON audit (issuer_id, at, id);
CREATE INDEX ix_audit_subject ON audit (subject);

CREATE TRIGGER audit_row_stays BEFORE UPDATE ON audit
WHEN NOT (OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
    AND OLD.id IS NEW.id AND OLD.at IS NEW.at AND OLD.issuer_id IS NEW.issuer_id AND OLD.actor IS NEW.actor AND OLD.action IS NEW.action
    AND OLD.subject IS NEW.subject AND OLD.detail IS NEW.detail AND OLD.learner_id IS NEW.learner_id AND OLD.reason IS NEW.reason)
BEGIN
    SELECT RAISE(ABORT, 'The audit trail only grows: nothing in it is changed or taken out.');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'The audit trail only grows: nothing in it is changed or taken out.');
END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'The audit trail only grows: nothing in it is changed or taken out.');
END;

-- Whether somebody answers for an assessment that was made elsewhere: everybody may know it.
ALTER TABLE awards ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0;
