-- Questions to the network outlive a restart, of the asker and of any member.

-- One row: the directory that was accepted last; an older one is not used again.
CREATE TABLE network_directory (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint  NOT NULL,
    -- SHA-256 of the signed text.
    digest  text    NOT NULL
);

-- One row a question that is put to members.
CREATE TABLE asking (
    id           uuid PRIMARY KEY,
    -- The question as JSON; it is of the published lattice, and names no patient.
    question     text        NOT NULL,
    client       text        NOT NULL,
    person       text,
    role         text        NOT NULL,
    request      text        NOT NULL,
    directory    bigint      NOT NULL,
    asked_at     timestamptz NOT NULL,
    -- When the answer so far is given, and when nothing more is taken.
    deadline     timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    cancelled_at timestamptz
);

-- One row a member that is asked; its id is the key by which the member knows the question again.
CREATE TABLE asking_member (
    id          uuid PRIMARY KEY,
    asking      uuid        NOT NULL REFERENCES asking ON DELETE CASCADE,
    place       int         NOT NULL,
    member      text        NOT NULL,
    -- DUE, UNDER_WAY or ENDED.
    phase       text        NOT NULL,
    attempts    int         NOT NULL,
    next_at     timestamptz NOT NULL,
    -- Until when whoever asks the member is taken to be alive.
    lease_until timestamptz,
    status      text,
    late        boolean     NOT NULL,
    -- The answer as it was received.
    answer      text,
    UNIQUE (asking, member)
);

-- The worker looks for what is not over yet.
CREATE INDEX asking_member_open ON asking_member (next_at) WHERE phase <> 'ENDED';
