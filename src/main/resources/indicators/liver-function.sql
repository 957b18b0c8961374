-- Measure liver-function: patients with a session in the period and 6 or more until its end, whether alanine
-- aminotransferase was measured, and whether it was 3 times the laboratory's own upper limit of normal or more.
-- include patients
, treated_repeatedly AS (
    SELECT s.person, (array_agg(s.clinic ORDER BY s.moment DESC, s.id DESC))[1] AS clinic
    FROM session s CROSS JOIN parameters q
    WHERE s.day <= q.last_day
    GROUP BY s.person
    HAVING count(*) >= 6 AND bool_or(s.day >= q.first_day)
),
tested AS (
    SELECT c.person, bool_or(m.measured_value >= 3 * m.upper_limit) AS raised
    FROM flat.measurement m JOIN counted c ON c.id = m.resource_id CROSS JOIN parameters q
    WHERE m.code = '1742-6' AND m.status NOT IN ('entered-in-error', 'cancelled')
      AND flat.day(m.measured_at_text) BETWEEN q.first_day AND q.last_day
    GROUP BY c.person
)
SELECT p.group_code, p.population, r.person AS unit, r.person, r.clinic, m.strata
FROM treated_repeatedly r
JOIN patient_dimension m ON m.person = r.person
LEFT JOIN tested t ON t.person = r.person
CROSS JOIN LATERAL (VALUES
    ('measured', 'initial-population', true),
    ('measured', 'denominator', true),
    ('measured', 'numerator', t.person IS NOT NULL),
    ('raised', 'initial-population', true),
    ('raised', 'denominator', t.person IS NOT NULL),
    ('raised', 'numerator', t.raised)
) AS p (group_code, population, member)
WHERE p.member
