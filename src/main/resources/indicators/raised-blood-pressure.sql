-- Measure raised-blood-pressure: sessions of the period in which pressures were measured, and raised.
, member AS (
    SELECT 'rise' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s
    CROSS JOIN period q
    LEFT JOIN pressure_rise r ON r.session_id = s.id AND r.person = s.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', r.session_id IS NOT NULL),
        ('numerator', r.raised)
    ) AS p (population, member)
    WHERE p.member AND s.day BETWEEN q.first_day AND q.last_day
)
