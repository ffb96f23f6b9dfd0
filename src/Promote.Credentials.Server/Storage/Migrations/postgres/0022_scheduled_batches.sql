-- When the issuing of a batch begins, and when somebody, or the request itself, said that it may.

ALTER TABLE batches ADD COLUMN scheduled_for timestamp with time zone;
ALTER TABLE batches ADD COLUMN confirmed_at timestamp with time zone;

-- A batch that was paused while it was checked has issued nothing yet.
UPDATE batches SET confirmed_at = updated_at
WHERE NOT dry_run AND (state IN ('running', 'done') OR EXISTS (SELECT 1 FROM batch_lines WHERE batch_id = batches.id AND state IN ('issued', 'failed')));
