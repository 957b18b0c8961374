-- Measure dose-escalation: courses with a dose at least half as large again as the first dose of the same substance by
-- the same route in the course.
-- include courses
, dose_in_course AS MATERIALIZED (
    SELECT d.person, d.id, d.moment, flat.day(d.written) AS day, v.course_id, d.product, d.milligrams
    FROM dose d JOIN visit v ON v.id = d.session_id AND v.person = d.person
    WHERE v.course_id IS NOT NULL
),
first_of_product AS (
    SELECT DISTINCT ON (person, course_id, product) * FROM dose_in_course
    ORDER BY person, course_id, product, moment, id
),
repeated AS (
    SELECT d.person, d.course_id, bool_or(d.milligrams >= 1.5 * f.milligrams) AS escalated
    FROM dose_in_course d
    JOIN first_of_product f
      ON f.person = d.person AND f.course_id = d.course_id AND f.product = d.product AND f.id <> d.id
    CROSS JOIN parameters q
    WHERE d.day BETWEEN q.first_day AND q.last_day
    GROUP BY d.person, d.course_id
)
SELECT 'dose-escalation' AS group_code, p.population, k.id AS unit, k.person, k.clinic, m.strata
FROM course k
JOIN course_dimension m ON m.id = k.id
JOIN repeated r ON r.course_id = k.id AND r.person = k.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', r.escalated)
) AS p (population, member)
WHERE p.member
