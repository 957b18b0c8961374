-- The registry's own tables, beside HAPI's in the public schema.

-- One row a stored resource: whose it is, and what the rules need to know of it.
CREATE TABLE record (
    id            uuid PRIMARY KEY,
    resource_type text        NOT NULL,
    -- The clinic that submitted it; null for what belongs to the registry itself.
    owner         uuid,
    -- The Patient resource that it is about.
    patient       uuid,
    -- The person: the registry pseudonym, or the clinic and its own pseudonym.
    person        text,
    -- Held for drug safety alone: used for nothing else.
    safety_only   boolean     NOT NULL DEFAULT false,
    fact          jsonb
);
CREATE INDEX record_facts ON record (patient) WHERE fact IS NOT NULL;
CREATE INDEX record_sharing ON record (person) WHERE fact ->> 'kind' = 'sharing-consent';

-- The business identifiers by which senders know their records. The key settles every race.
CREATE TABLE identity (
    resource_type text NOT NULL,
    system        text NOT NULL,
    value         text NOT NULL,
    owner         uuid NOT NULL,
    record        uuid NOT NULL,
    PRIMARY KEY (value, system, resource_type, owner)
);

-- One row a submission, accepted or refused.
CREATE TABLE receipt (
    id                uuid PRIMARY KEY,
    received_at       timestamptz NOT NULL,
    owner             uuid,
    bundle_identifier text,
    -- SHA-256 of the content, the same in JSON and XML.
    digest            bytea       NOT NULL,
    status            smallint    NOT NULL,
    -- OperationOutcome as JSON.
    outcome           text        NOT NULL,
    -- For each entry its status and what was made: 201 Type/id/_history/version.
    resources         text[]      NOT NULL DEFAULT '{}',
    -- Of a refused submission, encrypted, until it expires.
    payload           bytea,
    payload_type      text,
    payload_expires   timestamptz
);
-- The same submission again has no second effect.
CREATE UNIQUE INDEX receipt_digest ON receipt (digest, owner) NULLS NOT DISTINCT
    WHERE status BETWEEN 200 AND 299;
CREATE UNIQUE INDEX receipt_identifier ON receipt (bundle_identifier, owner) NULLS NOT DISTINCT
    WHERE status BETWEEN 200 AND 299 AND bundle_identifier IS NOT NULL;
CREATE INDEX receipt_expiry ON receipt (payload_expires) WHERE payload_expires IS NOT NULL;
CREATE INDEX receipt_owner ON receipt (owner, received_at);

-- The findings that stand, each shown as a DetectedIssue of the same id.
CREATE TABLE finding (
    id       uuid PRIMARY KEY,
    patient  uuid NOT NULL,
    rule     text NOT NULL,
    subject  uuid NOT NULL,
    rule_set text NOT NULL,
    stands   boolean NOT NULL,
    UNIQUE (patient, rule, subject)
);

-- A steward's reversible statement that two pseudonyms are one person.
CREATE TABLE pseudonym_link (
    id        uuid PRIMARY KEY,
    person    text        NOT NULL,
    same_as   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    undone_at timestamptz,
    CHECK (person < same_as)
);
CREATE UNIQUE INDEX pseudonym_link_standing ON pseudonym_link (person, same_as) WHERE undone_at IS NULL;
