-- A learner has several names: an identifier of a platform, addresses, and the names of those who were found to be the same person.

-- lookup: keyed hash of a name and of the issuer who uses it. Whoever is erased has none.
CREATE TABLE learner_lookups (
    lookup bytea NOT NULL,
    learner_id text NOT NULL,
    CONSTRAINT pk_learner_lookups PRIMARY KEY (lookup),
    CONSTRAINT fk_learner_lookups_learner_id FOREIGN KEY (learner_id) REFERENCES learners (id)
);
CREATE INDEX ix_learner_lookups_learner_id ON learner_lookups (learner_id);
INSERT INTO learner_lookups (lookup, learner_id) SELECT lookup, id FROM learners WHERE lookup IS NOT NULL;

-- The learner whom this one is the same person as; that one is merged into nobody.
ALTER TABLE learners ADD COLUMN merged_into text CONSTRAINT fk_learners_merged_into REFERENCES learners (id);
CREATE INDEX ix_learners_merged_into ON learners (merged_into) WHERE merged_into IS NOT NULL;

-- A completion is of a learner, whatever they are called.
ALTER TABLE pathway_completions ADD COLUMN learner_id text CONSTRAINT fk_pathway_completions_learner_id REFERENCES learners (id);
UPDATE pathway_completions SET learner_id = learners.id FROM pathways, learners
    WHERE pathways.id = pathway_completions.pathway_id AND learners.issuer_id = pathways.issuer_id AND learners.lookup = pathway_completions.learner;
DELETE FROM pathway_completions WHERE learner_id IS NULL;
ALTER TABLE pathway_completions DROP CONSTRAINT pk_pathway_completions;
ALTER TABLE pathway_completions DROP COLUMN learner;
ALTER TABLE pathway_completions ALTER COLUMN learner_id SET NOT NULL;
ALTER TABLE pathway_completions ADD CONSTRAINT pk_pathway_completions PRIMARY KEY (pathway_id, learner_id);

DROP INDEX ix_learners_issuer_id_lookup;
ALTER TABLE learners DROP COLUMN lookup;
CREATE INDEX ix_learners_issuer_id ON learners (issuer_id);
