-- What a steward decided about a finding; the latest holds. It outlives what a review makes of the finding.
CREATE TABLE finding_decision (
    finding    uuid        NOT NULL REFERENCES finding ON DELETE CASCADE,
    decided_at timestamptz NOT NULL,
    decision   text        NOT NULL,
    PRIMARY KEY (finding, decided_at)
);
