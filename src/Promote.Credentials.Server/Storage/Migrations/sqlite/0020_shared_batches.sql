-- Nodes that issue at the same time take bits from slices of a status list that are theirs alone.

ALTER TABLE status_lists ADD COLUMN seed BLOB;
CREATE TABLE status_slices (
    list_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT pk_status_slices PRIMARY KEY (list_id, number),
    CONSTRAINT fk_status_slices_list_id FOREIGN KEY (list_id) REFERENCES status_lists (id)
);

-- Found again where a promise is taken back.
CREATE INDEX ix_batch_lines_award_id ON batch_lines (award_id) WHERE state = 'promised';
