-- The European classification of occupations and skills. It belongs to nobody, so nothing here has an issuer.

CREATE TABLE esco_concepts (
    uri TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,
    isco_group TEXT,
    skill_type TEXT,
    reuse_level TEXT,
    CONSTRAINT pk_esco_concepts PRIMARY KEY (uri)
) WITHOUT ROWID;

-- alternatives: a JSON array of texts.
CREATE TABLE esco_labels (
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    uri TEXT NOT NULL,
    preferred TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    CONSTRAINT pk_esco_labels PRIMARY KEY (language, kind, uri)
) WITHOUT ROWID;
CREATE INDEX ix_esco_labels_uri ON esco_labels (uri);

-- What a search compares: folded labels from the beginning of each word. The key is the index that answers it, in the order of the answer.
CREATE TABLE esco_terms (
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL,
    term TEXT NOT NULL,
    uri TEXT NOT NULL,
    CONSTRAINT pk_esco_terms PRIMARY KEY (language, kind, rank, term, uri)
) WITHOUT ROWID;

CREATE TABLE esco_relations (
    occupation TEXT NOT NULL,
    skill TEXT NOT NULL,
    essential INTEGER NOT NULL,
    CONSTRAINT pk_esco_relations PRIMARY KEY (occupation, skill)
) WITHOUT ROWID;
