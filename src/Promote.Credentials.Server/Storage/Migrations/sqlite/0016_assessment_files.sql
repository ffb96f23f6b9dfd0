-- Files that show what an assessor saw. Everything in them and their names is encrypted with the learner's key.

-- place: 0 to 9, so that an assessment has ten at most whatever is sent at once.
-- completed_at: null while it is being sent; what a crash leaves so is deleted.
CREATE TABLE assessment_files (
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    details BLOB,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    completed_at INTEGER,
    CONSTRAINT pk_assessment_files PRIMARY KEY (id),
    CONSTRAINT fk_assessment_files_assessment_id FOREIGN KEY (assessment_id) REFERENCES assessments (id)
);
CREATE UNIQUE INDEX ix_assessment_files_assessment_id_place ON assessment_files (assessment_id, place);
CREATE INDEX ix_assessment_files_created_at ON assessment_files (created_at) WHERE completed_at IS NULL;

CREATE TABLE assessment_file_parts (
    file_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    CONSTRAINT pk_assessment_file_parts PRIMARY KEY (file_id, number),
    CONSTRAINT fk_assessment_file_parts_file_id FOREIGN KEY (file_id) REFERENCES assessment_files (id) ON DELETE CASCADE
);
