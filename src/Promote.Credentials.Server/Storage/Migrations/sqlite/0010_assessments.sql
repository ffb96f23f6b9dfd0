-- What assessors record of learners, from the first draft to the decision; awards follow from confirmed ones.

-- authors: who opened, recorded or submitted it; none of them can decide about it.
-- details: everything about a person, encrypted with the learner's key.
-- awarded_at: null in a confirmed one whose award is still to be made.
CREATE TABLE assessments (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    achievement_id TEXT NOT NULL,
    achievement_version INTEGER NOT NULL,
    learner_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    authors TEXT NOT NULL,
    details BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by TEXT,
    awarded_at INTEGER,
    CONSTRAINT pk_assessments PRIMARY KEY (id),
    CONSTRAINT fk_assessments_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id),
    CONSTRAINT fk_assessments_achievement_id_achievement_version FOREIGN KEY (achievement_id, achievement_version) REFERENCES achievement_versions (achievement_id, number),
    CONSTRAINT fk_assessments_learner_id FOREIGN KEY (learner_id) REFERENCES learners (id)
);
CREATE INDEX ix_assessments_issuer_id_created_at_id ON assessments (issuer_id, created_at, id);
CREATE INDEX ix_assessments_learner_id ON assessments (learner_id);
CREATE INDEX ix_assessments_updated_at ON assessments (updated_at) WHERE state = 'confirmed' AND awarded_at IS NULL;

-- From one assessment follows one award.
ALTER TABLE awards ADD COLUMN assessment_id TEXT CONSTRAINT fk_awards_assessment_id REFERENCES assessments (id);
CREATE UNIQUE INDEX ix_awards_assessment_id ON awards (assessment_id);
