-- Measure raised-blood-pressure: a rise of 40 mm[Hg] systolic or 25 mm[Hg] diastolic above the last measurement before
-- the dose.
, pressure AS MATERIALIZED (
    SELECT c.person, m.id, m.session_id, m.timing, m.measured_at AS moment, m.systolic, m.diastolic
    FROM flat.measurement m JOIN counted c ON c.id = m.resource_id
    WHERE m.code = '85354-9' AND m.status NOT IN ('entered-in-error', 'cancelled')
),
pressure_before AS (
    SELECT DISTINCT ON (person, session_id) * FROM pressure WHERE timing = 'before'
    ORDER BY person, session_id, moment DESC, id DESC
),
rise AS (
    SELECT b.person, b.session_id,
           bool_or(p.systolic >= b.systolic + 40 OR p.diastolic >= b.diastolic + 25) AS raised
    FROM pressure_before b JOIN pressure p
      ON p.person = b.person AND p.session_id = b.session_id AND p.timing IN ('during', 'after')
    GROUP BY b.person, b.session_id
)
SELECT 'rise' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
FROM session_in_period s
LEFT JOIN rise r ON r.session_id = s.id AND r.person = s.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', r.session_id IS NOT NULL),
    ('numerator', r.raised)
) AS p (population, member)
WHERE p.member
