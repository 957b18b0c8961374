-- Measure incentives: courses that began in the period, by whether an incentive was offered.
, member AS (
    SELECT 'incentives' AS group_code, p.population, k.id AS unit, k.person, k.clinic, k.strata
    FROM course k
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', k.incentive_offered IS NOT NULL),
        ('numerator', k.incentive_offered)
    ) AS p (population, member)
    WHERE p.member AND k.day BETWEEN q.first_day AND q.last_day
)
