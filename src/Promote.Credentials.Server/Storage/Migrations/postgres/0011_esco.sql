-- The European classification of occupations and skills. It belongs to nobody, so nothing here has an issuer.

CREATE TABLE esco_concepts (
    uri text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    code text,
    isco_group text,
    skill_type text,
    reuse_level text,
    CONSTRAINT pk_esco_concepts PRIMARY KEY (uri)
);

-- alternatives: a JSON array of texts.
CREATE TABLE esco_labels (
    language text NOT NULL,
    kind text NOT NULL,
    uri text COLLATE "C" NOT NULL,
    preferred text NOT NULL,
    alternatives text NOT NULL,
    CONSTRAINT pk_esco_labels PRIMARY KEY (language, kind, uri)
);
CREATE INDEX ix_esco_labels_uri ON esco_labels (uri);

-- What a search compares: folded labels from the beginning of each word. The key is the index that answers it, in the order of the answer:
-- bytes are compared, so that what begins with a text is one range.
CREATE TABLE esco_terms (
    language text NOT NULL,
    kind text NOT NULL,
    rank integer NOT NULL,
    term text COLLATE "C" NOT NULL,
    uri text COLLATE "C" NOT NULL,
    CONSTRAINT pk_esco_terms PRIMARY KEY (language, kind, rank, term, uri)
);

CREATE TABLE esco_relations (
    occupation text COLLATE "C" NOT NULL,
    skill text COLLATE "C" NOT NULL,
    essential boolean NOT NULL,
    CONSTRAINT pk_esco_relations PRIMARY KEY (occupation, skill)
);
