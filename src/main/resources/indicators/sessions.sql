-- Measure sessions: sessions that began in the period, in which at least one dose was given.
, member AS (
    SELECT 'sessions' AS group_code, 'initial-population' AS population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s, period q
    WHERE s.day BETWEEN q.first_day AND q.last_day
)
