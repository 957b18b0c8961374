-- Measure serious-events: serious events and the sessions to which they belong.
, member AS (
    SELECT 'serious-events' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s, period q, (VALUES ('initial-population'), ('denominator')) AS p (population)
    WHERE s.day BETWEEN q.first_day AND q.last_day
    UNION ALL
    SELECT 'serious-events', 'numerator', e.id, e.person, e.clinic, e.strata
    FROM event e, period q
    WHERE e.seriousness = 'Serious' AND e.day BETWEEN q.first_day AND q.last_day
)
