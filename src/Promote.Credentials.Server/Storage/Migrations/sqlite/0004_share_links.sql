-- Links that a holder made to show an award with more than everybody may see. Who has the id has the link; no personal data in any column.
CREATE TABLE share_links (
    id TEXT NOT NULL,
    award_id TEXT NOT NULL,
    shows_name INTEGER NOT NULL,
    shows_results INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    CONSTRAINT pk_share_links PRIMARY KEY (id),
    CONSTRAINT fk_share_links_award_id FOREIGN KEY (award_id) REFERENCES awards (id)
);
CREATE INDEX ix_share_links_award_id ON share_links (award_id);
