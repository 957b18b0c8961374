-- Subscriptions, and what they are told of. A record's event is kept by the transaction that keeps the record.

-- One row a subscription.
CREATE TABLE subscription (
    id          uuid PRIMARY KEY,
    version     int         NOT NULL,
    -- Who subscribed, as their token said.
    client      text        NOT NULL,
    user_id     text,
    role        text        NOT NULL,
    clinic      text,
    purpose     text,
    scopes      text        NOT NULL,
    -- The clinic whose records are told of; null where those of all are.
    owner       uuid,
    -- The FHIR base as the subscriber knows it.
    base        text        NOT NULL,
    reason      text        NOT NULL,
    topic       text        NOT NULL,
    filters     text[]      NOT NULL,
    endpoint    text        NOT NULL,
    -- Of the hook's requests, encrypted; they hold its secret.
    headers     bytea,
    content     text        NOT NULL,
    max_count   int         NOT NULL,
    -- Seconds between two signs of life; null for none.
    heartbeat   int,
    -- REQUESTED, ACTIVE, ERROR or OFF.
    state       text        NOT NULL,
    failure     text,
    -- When it was active for the first time; events count from then on.
    started_at  timestamptz,
    changed_at  timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    -- How many events have a number.
    events      bigint      NOT NULL DEFAULT 0,
    -- How often in a row the hook was not reached.
    failures    int         NOT NULL DEFAULT 0,
    -- When the hook is called next; null for not before there is something to tell.
    next_at     timestamptz,
    -- Whose turn it is, and until when that worker is taken to be alive.
    lease       uuid,
    lease_until timestamptz
);
CREATE INDEX subscription_due ON subscription (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX subscription_client ON subscription (client);

-- What happened and was not yet given to the subscriptions. It names a record by its id, and nothing else of a person.
CREATE TABLE subscription_outbox (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic  text        NOT NULL,
    focus  uuid        NOT NULL,
    owner  uuid        NOT NULL,
    -- What filters go by, name=value.
    traits text[]      NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX subscription_outbox_focus ON subscription_outbox (focus);

-- What a subscription is told of, by number.
CREATE TABLE subscription_event (
    subscription uuid        NOT NULL REFERENCES subscription ON DELETE CASCADE,
    number       bigint      NOT NULL,
    at           timestamptz NOT NULL,
    -- The record, Type and id; null where it was erased.
    focus_type   text        NOT NULL,
    focus        uuid,
    -- WAITING, TOLD, or DEAD where the hook was given up.
    state        text        NOT NULL,
    PRIMARY KEY (subscription, number)
);
CREATE INDEX subscription_event_focus ON subscription_event (focus) WHERE focus IS NOT NULL;
CREATE INDEX subscription_event_waiting ON subscription_event (subscription, number) WHERE state = 'WAITING';
CREATE INDEX subscription_event_age ON subscription_event (at);
