-- Measure short-intervals: sessions fewer than 3 days, by the calendar, after the session before.
, interval_before AS (
    SELECT DISTINCT ON (s.id) s.id, s.day - e.day AS days
    FROM session_in_period s JOIN session e ON e.person = s.person AND e.moment < s.moment
    ORDER BY s.id, e.moment DESC
)
SELECT 'short-intervals' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
FROM session_in_period s
LEFT JOIN interval_before i ON i.id = s.id
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', i.id IS NOT NULL),
    ('numerator', i.days < 3)
) AS p (population, member)
WHERE p.member
