-- Measure sessions: sessions that began in the period, in which at least one dose was given.
SELECT 'sessions' AS group_code, 'initial-population' AS population, id AS unit, person, clinic, strata
FROM session_in_period
