-- Who did what, when and why. Nothing here is ever changed or removed: not by rights, and not past
-- them, since triggers refuse it too.

CREATE TABLE audit (
    -- First, so that it is given before the number: a number that was handed out then belongs to a
    -- transaction that PostgreSQL's snapshots know of, which the sealer relies on.
    transaction  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL,
    at           timestamptz NOT NULL,
    -- HL7's audit-event-action: C, R, U, D, E.
    action       text        NOT NULL,
    interaction  text        NOT NULL,
    client       text        NOT NULL,
    user_id      text,
    role         text        NOT NULL,
    -- The clinic that the caller spoke for, system|value.
    clinic       text,
    purpose      text,
    request      text        NOT NULL,
    status       smallint    NOT NULL,
    refusal      text,
    consent      text,
    -- What was disclosed or written, or asked for where it was refused: Type/id/_history/version.
    records      text[]      NOT NULL,
    -- The Patient resources that these are about, and the clinics whose they are.
    patients     uuid[]      NOT NULL,
    owners       uuid[]      NOT NULL,
    -- Names of search parameters, never a value, and a keyed digest of the query.
    parameters   text[]      NOT NULL,
    query_digest text
);
CREATE UNIQUE INDEX audit_id ON audit (id);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_patients ON audit USING gin (patients) WHERE patients <> '{}';

-- The chain over the rows: see the room audit for what a link is.
CREATE TABLE audit_seal (
    position bigint PRIMARY KEY,
    number   bigint NOT NULL UNIQUE,
    row_hash text   NOT NULL,
    link     text   NOT NULL
);

-- The checkpoints that were signed, as they stand in files too.
CREATE TABLE audit_checkpoint (
    position  bigint PRIMARY KEY,
    number    bigint      NOT NULL,
    link      text        NOT NULL,
    time      timestamptz NOT NULL,
    signature text        NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit is never changed: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoint_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON audit, audit_seal, audit_checkpoint FROM PUBLIC, CURRENT_USER;
