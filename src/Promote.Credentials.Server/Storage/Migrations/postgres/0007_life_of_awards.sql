-- Awards are suspended, revoked, replaced and renewed, and every change of a status list has a number.

-- version: counts the changes of the list's bits; what was published under a higher one stands in the file outside this database.
-- carried: the bits of documents that a restored database does not know, as an encodedList; they stay set for ever.
ALTER TABLE status_lists ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE status_lists ALTER COLUMN version DROP DEFAULT;
ALTER TABLE status_lists ADD COLUMN changed_at timestamp with time zone;
ALTER TABLE status_lists ADD COLUMN carried text;

ALTER TABLE awards ADD COLUMN valid_until timestamp with time zone;
ALTER TABLE awards ADD COLUMN suspended_at timestamp with time zone;
ALTER TABLE awards ADD COLUMN suspension_reason text;
-- What a new award is for, written with its promise; the old award gets its part when the new one is issued.
ALTER TABLE awards ADD COLUMN replaces_award_id text CONSTRAINT fk_awards_replaces_award_id REFERENCES awards (id);
ALTER TABLE awards ADD COLUMN replacement_reason text;
ALTER TABLE awards ADD COLUMN replaced_by_award_id text CONSTRAINT fk_awards_replaced_by_award_id REFERENCES awards (id);
ALTER TABLE awards ADD COLUMN renews_award_id text CONSTRAINT fk_awards_renews_award_id REFERENCES awards (id);
ALTER TABLE awards ADD COLUMN renewed_by_award_id text CONSTRAINT fk_awards_renewed_by_award_id REFERENCES awards (id);
-- Whatever two nodes do at once, an award is replaced once and renewed once.
CREATE UNIQUE INDEX ix_awards_replaces_award_id ON awards (replaces_award_id);
CREATE UNIQUE INDEX ix_awards_renews_award_id ON awards (renews_award_id);
CREATE INDEX ix_awards_issuer_id ON awards (issuer_id) WHERE revoked_at IS NOT NULL OR suspended_at IS NOT NULL;
CREATE INDEX ix_awards_valid_until ON awards (valid_until) WHERE valid_until IS NOT NULL;
