-- Measure craving-and-misuse: patients under treatment with a sign of craving or misuse in the period.
-- include patients
, member AS (
    SELECT 'craving-and-misuse' AS group_code, p.population, NULL::uuid AS unit, u.person, u.clinic, m.strata
    FROM under_treatment u
    JOIN patient_dimension m ON m.person = u.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', u.person IN (
            SELECT g.person FROM sign_of_misuse g, period q WHERE flat.falls_in(g.written, q.first_day, q.last_day)))
    ) AS p (population, member)
    WHERE p.member
)
