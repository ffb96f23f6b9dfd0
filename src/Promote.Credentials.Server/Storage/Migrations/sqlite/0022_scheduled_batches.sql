-- When the issuing of a batch begins, and when somebody, or the request itself, said that it may.

ALTER TABLE batches ADD COLUMN scheduled_for INTEGER;
ALTER TABLE batches ADD COLUMN confirmed_at INTEGER;

-- A batch that was paused while it was checked has issued nothing yet.
UPDATE batches SET confirmed_at = updated_at
WHERE dry_run = 0 AND (state IN ('running', 'done') OR EXISTS (SELECT 1 FROM batch_lines WHERE batch_id = batches.id AND state IN ('issued', 'failed')));
