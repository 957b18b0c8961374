-- What a person asked to be erased, and what a reader may see of persons, are looked up by person.
CREATE INDEX record_person ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_safety ON record (person) WHERE safety_only;

-- One row an erasure: that it was done, and nothing of whom it was done for.
CREATE TABLE erasure (
    id          uuid PRIMARY KEY,
    erased_at   timestamptz NOT NULL,
    -- Of each pseudonym of the person a digest under the registry's key, by which a later submission is known.
    persons     text[]      NOT NULL,
    -- Counts, reason and what was kept, without a pseudonym or an id.
    certificate jsonb       NOT NULL
);
CREATE INDEX erasure_persons ON erasure USING gin (persons);
