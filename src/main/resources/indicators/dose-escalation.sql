-- Measure dose-escalation: courses with a dose at least half as large again as the first dose of the same substance by
-- the same route in the course.
, repeated AS (
    SELECT d.person, d.course_id, bool_or(d.escalates) AS escalated
    FROM repeated_dose d, period q
    WHERE d.day BETWEEN q.first_day AND q.last_day
    GROUP BY d.person, d.course_id
),
member AS (
    SELECT 'dose-escalation' AS group_code, p.population, k.id AS unit, k.person, k.clinic, k.strata
    FROM course k
    JOIN repeated r ON r.course_id = k.id AND r.person = k.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', r.escalated)
    ) AS p (population, member)
    WHERE p.member
)
