-- A promised award may wait for a time-stamping authority.

ALTER TABLE awards ADD COLUMN waits_for TEXT;
