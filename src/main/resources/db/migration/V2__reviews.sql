-- What is overdue is found by time alone, and a new version of the rules judges what is stored.

-- When the registry first received what the record tells, whole; deadlines for reports go by it.
ALTER TABLE record ADD COLUMN told_at timestamptz;
UPDATE record SET told_at = first.received_at
FROM (
    SELECT DISTINCT ON (id) split_part(made, '/', 2)::uuid AS id, received_at
    FROM receipt CROSS JOIN unnest(resources) AS made
    WHERE made LIKE '201 %'
    ORDER BY id, received_at
) AS first
WHERE record.id = first.id;

-- The type of the resource that a finding is about, and when what it tells of happened.
ALTER TABLE finding ADD COLUMN subject_type text;
ALTER TABLE finding ADD COLUMN happened_at timestamptz;
UPDATE finding SET subject_type =
    CASE rule WHEN 'take-home-above-limit' THEN 'MedicationDispense' ELSE 'MedicationAdministration' END;
ALTER TABLE finding ALTER COLUMN subject_type SET NOT NULL;

-- One row a patient: the last review of the practice, and when the next is due.
CREATE TABLE review (
    patient     uuid PRIMARY KEY,
    -- The rule set of the last review.
    rule_set    text        NOT NULL,
    reviewed_at timestamptz NOT NULL,
    -- When time alone may change the findings; null for never.
    due_at      timestamptz,
    -- The form in which the patient's facts were read from the resources.
    fact_form   smallint    NOT NULL
);

-- A person's decision about sharing concerns their records at every clinic.
CREATE INDEX record_patient ON record (person) WHERE resource_type = 'Patient';

-- What was stored before is reviewed at the next start, with its facts read again.
INSERT INTO review (patient, rule_set, reviewed_at, fact_form)
SELECT DISTINCT patient, '', now(), 1 FROM record WHERE patient IS NOT NULL;
