-- Links that a holder made to show an award with more than everybody may see. Who has the id has the link; no personal data in any column.
CREATE TABLE share_links (
    id text NOT NULL,
    award_id text NOT NULL,
    shows_name boolean NOT NULL,
    shows_results boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_share_links PRIMARY KEY (id),
    CONSTRAINT fk_share_links_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE INDEX ix_share_links_award_id ON share_links (award_id);
