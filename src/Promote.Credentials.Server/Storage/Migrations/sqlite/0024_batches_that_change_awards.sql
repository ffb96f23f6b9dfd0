-- A batch issues awards from a file, or revokes, suspends, reinstates or replaces awards that there are.

ALTER TABLE batches ADD COLUMN action TEXT NOT NULL DEFAULT 'issue';
ALTER TABLE batches ADD COLUMN reason TEXT;
ALTER TABLE batches ADD COLUMN change BLOB;
ALTER TABLE batch_lines ADD COLUMN changes_award_id TEXT CONSTRAINT fk_batch_lines_changes_award_id REFERENCES awards (id);

-- All awards of an achievement, by when they were made.
CREATE INDEX ix_awards_achievement_id_created_at_id ON awards (achievement_id, created_at, id);
