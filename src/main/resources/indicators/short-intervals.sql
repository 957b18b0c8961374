-- Measure short-intervals: sessions fewer than 3 days, by the calendar, after the session before.
, member AS (
    SELECT 'short-intervals' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', s.day_before IS NOT NULL),
        ('numerator', s.day - s.day_before < 3)
    ) AS p (population, member)
    WHERE p.member AND s.day BETWEEN q.first_day AND q.last_day
)
