-- Nodes that issue at the same time take bits from slices of a status list that are theirs alone.

ALTER TABLE status_lists ADD COLUMN seed bytea;
CREATE TABLE status_slices (
    list_id text NOT NULL,
    number integer NOT NULL,
    CONSTRAINT pk_status_slices PRIMARY KEY (list_id, number),
    CONSTRAINT fk_status_slices_list_id FOREIGN KEY (list_id) REFERENCES status_lists (id)
);

-- Found again where a promise is taken back.
CREATE INDEX ix_batch_lines_award_id ON batch_lines (award_id) WHERE state = 'promised';

-- What is encrypted cannot be compressed: trying costs more than storing it.
ALTER TABLE credentials ALTER COLUMN intent SET STORAGE EXTERNAL;
ALTER TABLE credentials ALTER COLUMN signed SET STORAGE EXTERNAL;
ALTER TABLE awards ALTER COLUMN details SET STORAGE EXTERNAL;
