-- Measure raised-blood-pressure: sessions of the period in which pressures were measured, and raised.
, rise AS (
    SELECT r.person, r.session_id, r.raised
    FROM pressure_rise r, period q WHERE r.day BETWEEN q.first_day AND q.last_day
),
member AS (
    SELECT 'rise' AS group_code, p.population, s.id AS unit, s.person, s.clinic, s.strata
    FROM session s
    CROSS JOIN period q
    LEFT JOIN rise r ON r.session_id = s.id AND r.person = s.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', r.session_id IS NOT NULL),
        ('numerator', r.raised)
    ) AS p (population, member)
    WHERE p.member AND s.day BETWEEN q.first_day AND q.last_day
)
