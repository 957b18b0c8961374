-- Measure adverse-events: adverse events and the sessions to which they belong.
, member AS (
    SELECT 'adverse-events' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s, period q, (VALUES ('initial-population'), ('denominator')) AS p (population)
    WHERE s.day BETWEEN q.first_day AND q.last_day
    UNION ALL
    SELECT 'adverse-events', 'numerator', e.id, e.person, e.clinic, e.strata || jsonb_build_object('grade', e.grade)
    FROM event e, period q
    WHERE e.day BETWEEN q.first_day AND q.last_day
)
