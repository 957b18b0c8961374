-- Measure adverse-events: adverse events and the sessions to which they belong.
-- include events
SELECT 'adverse-events' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
FROM session_in_period s CROSS JOIN (VALUES ('initial-population'), ('denominator')) AS p (population)
UNION ALL
SELECT 'adverse-events', 'numerator', id, person, clinic, strata || jsonb_build_object('grade', grade) FROM event
