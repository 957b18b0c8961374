-- Where an export was begun: of everybody, or of a group.

ALTER TABLE export_job ADD COLUMN level text NOT NULL DEFAULT 'Patient/$export';
ALTER TABLE export_job ALTER COLUMN level DROP DEFAULT;
