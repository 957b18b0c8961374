-- Measure response: a fall of at least 50 % from baseline on the same instrument, by time point.
, member AS (
    SELECT a.time_point AS group_code, p.population, a.id AS unit, a.person, a.clinic, a.strata
    FROM assessment a
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', a.baseline > 0),
        ('numerator', a.responds)
    ) AS p (population, member)
    WHERE p.member AND a.day BETWEEN q.first_day AND q.last_day
)
