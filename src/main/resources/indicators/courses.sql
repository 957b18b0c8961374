-- Courses with their first dose and their dimensions, as the library PracticeIndicators of the guide has them.
, course AS MATERIALIZED (
    SELECT c.person, k.clinic, k.id, k.incentive_offered, (array_agg(d.written ORDER BY d.moment))[1] AS written,
           min(d.moment) AS first_dose, array_agg(DISTINCT d.substance) AS substances,
           array_agg(DISTINCT d.route) AS routes
    FROM flat.course k
    JOIN counted c ON c.id = k.resource_id
    JOIN visit v ON v.course_id = k.id AND v.person = c.person
    JOIN dose d ON d.session_id = v.id AND d.person = c.person
    WHERE k.status <> 'entered-in-error'
    GROUP BY c.person, k.clinic, k.id, k.incentive_offered
),
course_dimension AS (
    SELECT k.id, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(k.written, 4)::integer - b.born),
               'substance', flat.one_of(k.substances),
               'route', flat.one_of(k.routes),
               'year', left(k.written, 4)) AS strata
    FROM course k JOIN subject b ON b.person = k.person
),
course_begun AS (
    SELECT k.*, m.strata FROM course k JOIN course_dimension m ON m.id = k.id CROSS JOIN parameters q
    WHERE flat.day(k.written) BETWEEN q.first_day AND q.last_day
)
