-- Pictures that issuers uploaded, examined and written anew. The same bytes of an issuer are one picture.
CREATE TABLE pictures (
    id text NOT NULL,
    issuer_id text NOT NULL,
    sha256 bytea NOT NULL,
    media_type text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_pictures PRIMARY KEY (id),
    CONSTRAINT fk_pictures_issuer_id FOREIGN KEY (issuer_id) REFERENCES issuers (id)
);
CREATE UNIQUE INDEX ix_pictures_issuer_id_sha256 ON pictures (issuer_id, sha256);
