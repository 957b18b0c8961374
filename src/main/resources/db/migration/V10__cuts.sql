-- Published cuts: what answers to others are computed over. Each is a copy of what the indicators are counted from,
-- in a schema of its own, so that answers never follow the moving present.
CREATE TABLE cut (
    -- The day of the schedule, and the moment of that day.
    id      date PRIMARY KEY,
    moment  timestamptz NOT NULL,
    -- When its copy was taken: at its moment, or at the first start after it. Decisions of patients count as of then.
    made_at timestamptz NOT NULL,
    -- The schema of its copy; cuts that were made at once have one together.
    copy    text        NOT NULL,
    -- By which right the registry held records then: statutory, opt-out or opt-in.
    basis   text        NOT NULL,
    -- How many persons were in it when it was made. One of nobody may be made again.
    persons bigint      NOT NULL
);

-- The budget: which cells of a cut were told to others, counted over whom. It says what was asked, never an answer.
CREATE TABLE cell_charge (
    cut     date NOT NULL REFERENCES cut ON DELETE CASCADE,
    purpose text NOT NULL,
    cell    text NOT NULL,
    PRIMARY KEY (cut, purpose, cell)
);
