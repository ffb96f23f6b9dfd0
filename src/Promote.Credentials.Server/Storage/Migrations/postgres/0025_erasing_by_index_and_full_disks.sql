-- Erasing somebody finds what it erases, however much others have.

CREATE INDEX ix_outbox_subject ON outbox (subject);
CREATE INDEX ix_pathway_completions_learner_id ON pathway_completions (learner_id);
CREATE INDEX ix_pathway_completions_award_id ON pathway_completions (award_id);

-- Why the service itself paused a batch; null where somebody did. It goes on by itself, so it is found among those that wait to be done: an
-- index of its own could not grow on a disk that is full.
ALTER TABLE batches ADD COLUMN paused_because text;
DROP INDEX ix_batches_created_at;
CREATE INDEX ix_batches_created_at ON batches (created_at) WHERE state IN ('queued', 'validating', 'running', 'paused');
