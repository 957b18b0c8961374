-- Measure response: a fall of at least 50 % from baseline on the same instrument, by time point.
-- include effect
SELECT a.time_point AS group_code, p.population, a.id AS unit, a.person, a.clinic, m.strata
FROM assessment a
JOIN score_dimension m ON m.id = a.id
CROSS JOIN parameters q
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', a.baseline > 0),
    ('numerator', a.baseline > 0 AND a.total * 2 <= a.baseline)
) AS p (population, member)
WHERE p.member AND a.day BETWEEN q.first_day AND q.last_day
