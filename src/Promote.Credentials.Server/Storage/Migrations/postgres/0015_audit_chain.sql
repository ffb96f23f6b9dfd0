-- The audit trail becomes a chain that only grows: whatever is changed, taken out or moved in it later is found.

-- learner_id: whose key reason is encrypted with. reason: what somebody typed, so that erasing the learner takes it along and leaves the chain.
-- sequence, previous, hash: the place in the chain, given once, right after the commit that wrote the row; null until then.
ALTER TABLE audit ADD COLUMN learner_id text;
ALTER TABLE audit ADD COLUMN reason bytea;
ALTER TABLE audit ADD COLUMN sequence bigint;
ALTER TABLE audit ADD COLUMN previous bytea;
ALTER TABLE audit ADD COLUMN hash bytea;
CREATE UNIQUE INDEX ix_audit_sequence ON audit (sequence);
CREATE INDEX ix_audit_id ON audit (id) WHERE sequence IS NULL;
DROP INDEX ix_audit_issuer_id_id;
CREATE INDEX ix_audit_issuer_id_at_id ON audit (issuer_id, at, id);
CREATE INDEX ix_audit_subject ON audit (subject);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
            AND (OLD.id, OLD.at, OLD.issuer_id, OLD.actor, OLD.action, OLD.subject, OLD.detail, OLD.learner_id, OLD.reason)
                IS NOT DISTINCT FROM (NEW.id, NEW.at, NEW.issuer_id, NEW.actor, NEW.action, NEW.subject, NEW.detail, NEW.learner_id, NEW.reason) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The audit trail only grows: nothing in it is changed or taken out.';
END
$$;
CREATE TRIGGER audit_row_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

-- Whether somebody answers for an assessment that was made elsewhere: everybody may know it.
ALTER TABLE awards ADD COLUMN vouched boolean NOT NULL DEFAULT false;
ALTER TABLE awards ALTER COLUMN vouched DROP DEFAULT;
