-- An export may have flat files in place of records: which views, and the key of its pseudonyms, which goes with it.
ALTER TABLE export_job
    ADD COLUMN views         text[] NOT NULL DEFAULT '{}',
    ADD COLUMN pseudonym_key bytea,
    ADD CONSTRAINT export_job_flat CHECK ((pseudonym_key IS NULL) = (views = '{}'));
