-- A batch issues awards from a file, or revokes, suspends, reinstates or replaces awards that there are.

ALTER TABLE batches ADD COLUMN action text NOT NULL DEFAULT 'issue';
ALTER TABLE batches ALTER COLUMN action DROP DEFAULT;
ALTER TABLE batches ADD COLUMN reason text;
ALTER TABLE batches ADD COLUMN change bytea;
ALTER TABLE batch_lines ADD COLUMN changes_award_id text CONSTRAINT fk_batch_lines_changes_award_id REFERENCES awards (id);

-- All awards of an achievement, by when they were made.
CREATE INDEX ix_awards_achievement_id_created_at_id ON awards (achievement_id, created_at, id);
