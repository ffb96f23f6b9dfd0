-- A learner has several names: an identifier of a platform, addresses, and the names of those who were found to be the same person.

-- lookup: keyed hash of a name and of the issuer who uses it. Whoever is erased has none.
CREATE TABLE learner_lookups (
    lookup BLOB NOT NULL,
    learner_id TEXT NOT NULL,
    CONSTRAINT pk_learner_lookups PRIMARY KEY (lookup),
    CONSTRAINT fk_learner_lookups_learner_id FOREIGN KEY (learner_id) REFERENCES learners (id)
);
CREATE INDEX ix_learner_lookups_learner_id ON learner_lookups (learner_id);
INSERT INTO learner_lookups (lookup, learner_id) SELECT lookup, id FROM learners WHERE lookup IS NOT NULL;

-- The learner whom this one is the same person as; that one is merged into nobody.
ALTER TABLE learners ADD COLUMN merged_into TEXT CONSTRAINT fk_learners_merged_into REFERENCES learners (id);
CREATE INDEX ix_learners_merged_into ON learners (merged_into) WHERE merged_into IS NOT NULL;

-- A completion is of a learner, whatever they are called.
ALTER TABLE pathway_completions RENAME TO old_pathway_completions;
DROP INDEX ix_pathway_completions_created_at;
CREATE TABLE pathway_completions (
    pathway_id TEXT NOT NULL,
    learner_id TEXT NOT NULL,
    completed_by TEXT NOT NULL,
    award_id TEXT,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_pathway_completions PRIMARY KEY (pathway_id, learner_id),
    CONSTRAINT fk_pathway_completions_pathway_id FOREIGN KEY (pathway_id) REFERENCES pathways (id),
    CONSTRAINT fk_pathway_completions_learner_id FOREIGN KEY (learner_id) REFERENCES learners (id),
    CONSTRAINT fk_pathway_completions_completed_by FOREIGN KEY (completed_by) REFERENCES awards (id),
    CONSTRAINT fk_pathway_completions_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE INDEX ix_pathway_completions_created_at ON pathway_completions (created_at) WHERE award_id IS NULL;
INSERT INTO pathway_completions (pathway_id, learner_id, completed_by, award_id, created_at)
    SELECT completion.pathway_id, learners.id, completion.completed_by, completion.award_id, completion.created_at
    FROM old_pathway_completions AS completion
    JOIN pathways ON pathways.id = completion.pathway_id
    JOIN learners ON learners.issuer_id = pathways.issuer_id AND learners.lookup = completion.learner;
DROP TABLE old_pathway_completions;

DROP INDEX ix_learners_issuer_id_lookup;
ALTER TABLE learners DROP COLUMN lookup;
CREATE INDEX ix_learners_issuer_id ON learners (issuer_id);
