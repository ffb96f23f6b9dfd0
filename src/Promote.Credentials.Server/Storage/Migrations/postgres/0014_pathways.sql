-- Achievements composed into larger ones, and who completed them.

CREATE TABLE pathways (
    id text NOT NULL,
    issuer_id text NOT NULL,
    state text NOT NULL,
    content text NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_pathways PRIMARY KEY (id),
    CONSTRAINT fk_pathways_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE INDEX ix_pathways_issuer_id_created_at_id ON pathways (issuer_id, created_at, id);

-- By it an award finds the pathways that it counts for.
CREATE TABLE pathway_achievements (
    achievement_id text NOT NULL,
    pathway_id text NOT NULL,
    CONSTRAINT pk_pathway_achievements PRIMARY KEY (achievement_id, pathway_id),
    CONSTRAINT fk_pathway_achievements_achievement_id FOREIGN KEY (achievement_id) REFERENCES achievements (id),
    CONSTRAINT fk_pathway_achievements_pathway_id FOREIGN KEY (pathway_id) REFERENCES pathways (id)
);
CREATE INDEX ix_pathway_achievements_pathway_id ON pathway_achievements (pathway_id);

-- learner: keyed hash, as the pathway's issuer knows them. award_id: null while the award is to be made.
CREATE TABLE pathway_completions (
    pathway_id text NOT NULL,
    learner bytea NOT NULL,
    completed_by text NOT NULL,
    award_id text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_pathway_completions PRIMARY KEY (pathway_id, learner),
    CONSTRAINT fk_pathway_completions_pathway_id FOREIGN KEY (pathway_id) REFERENCES pathways (id),
    CONSTRAINT fk_pathway_completions_completed_by FOREIGN KEY (completed_by) REFERENCES awards (id),
    CONSTRAINT fk_pathway_completions_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE INDEX ix_pathway_completions_created_at ON pathway_completions (created_at) WHERE award_id IS NULL;
