-- Pictures that issuers uploaded, examined and written anew. The same bytes of an issuer are one picture.
CREATE TABLE pictures (
    id TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_pictures PRIMARY KEY (id),
    CONSTRAINT fk_pictures_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_pictures_issuer_id_sha256 ON pictures (issuer_id, sha256);
