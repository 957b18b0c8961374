-- What stewards decide about questions of other registries.

-- How questions of a peer about an indicator are met; where there is no row, as the registry's settings say.
CREATE TABLE peer_policy (
    -- The peer's client id.
    peer       text        NOT NULL,
    indicator  text        NOT NULL,
    policy     text        NOT NULL CHECK (policy IN ('AUTOMATIC', 'AFTER_A_LOOK', 'NEVER')),
    reason     text        NOT NULL,
    -- Who decided: the client, and the person where one was signed in.
    client     text        NOT NULL,
    person     text,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (peer, indicator)
);

-- Questions that a steward looks at. It says what was asked, never an answer.
CREATE TABLE peer_question (
    id            uuid PRIMARY KEY,
    peer          text        NOT NULL,
    -- The peer's Idempotency-Key: a repetition is the same question.
    key           uuid        NOT NULL,
    indicator     text        NOT NULL,
    -- The question as JSON; it is of the published lattice, and names no patient.
    question      text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    -- Until when it waits; a decision gives the peer the same time once more to fetch its answer.
    until         timestamptz NOT NULL,
    allowed       boolean,
    reason        text,
    client        text,
    person        text,
    decided_at    timestamptz,
    -- The cut that it was answered over; it is answered over no other.
    answered_over date,
    UNIQUE (peer, key)
);
