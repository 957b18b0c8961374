-- What was asked to be exported, by whom and what for. No record is copied: what a file holds is read when it is
-- fetched, and consent is asked then.

CREATE TABLE export_job (
    id         uuid PRIMARY KEY,
    -- Who asked; whoever fetches must be the same, in the same role, for the same clinic and purpose.
    client     text        NOT NULL,
    user_id    text,
    role       text        NOT NULL,
    clinic     text,
    purpose    text,
    scopes     text        NOT NULL,
    -- The query of the request, in the registry's own words.
    query      text        NOT NULL,
    -- What was written up to this moment is among the records.
    complete_to timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- How many records of each type were listed, in the same order.
    types      text[]      NOT NULL,
    counts     bigint[]    NOT NULL
);
CREATE INDEX export_job_client ON export_job (client, expires_at);

-- The versions that a file may hold, frozen when the job began. A person's erasure takes theirs out.
CREATE TABLE export_record (
    job           uuid   NOT NULL REFERENCES export_job ON DELETE CASCADE,
    resource_type text   NOT NULL,
    position      bigint NOT NULL,
    record        uuid   NOT NULL,
    version       bigint NOT NULL,
    PRIMARY KEY (job, resource_type, position)
);
CREATE INDEX export_record_record ON export_record (record);

-- All records of a patient are read together, and not those alone that have facts.
CREATE INDEX record_about ON record (patient) WHERE patient IS NOT NULL;
DROP INDEX record_facts;
