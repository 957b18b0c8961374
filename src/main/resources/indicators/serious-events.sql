-- Measure serious-events: serious events and the sessions to which they belong.
-- include events
SELECT 'serious-events' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
FROM session_in_period s CROSS JOIN (VALUES ('initial-population'), ('denominator')) AS p (population)
UNION ALL
SELECT 'serious-events', 'numerator', id, person, clinic, strata FROM event WHERE seriousness = 'Serious'
