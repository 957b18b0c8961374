-- Courses with their first dose and their dimensions, as the library PracticeIndicators of the guide has them.

course_named AS MATERIALIZED (
    SELECT c.person, k.clinic, k.id, k.clinic_id, k.incentive_offered
    FROM flat.course k
    JOIN person_counted c USING (patient_id)
    WHERE k.status <> 'entered-in-error' AND k.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
dose_in_course AS MATERIALIZED (
    SELECT d.person, d.id, d.moment, d.written, d.day, v.course_id, d.substance, d.route, d.product, d.milligrams
    FROM dose d JOIN visit v ON v.id = d.session_id AND v.person = d.person
    WHERE v.course_id IS NOT NULL
),
course_given AS (
    SELECT person, course_id, min(moment) AS first_dose, (array_agg(written ORDER BY moment))[1] AS written,
           min(substance) AS substance, max(substance) AS other_substance, min(route) AS route, max(route) AS other_route
    FROM dose_in_course GROUP BY person, course_id
),
course AS MATERIALIZED (
    SELECT k.*, g.first_dose, g.written, flat.day(g.written) AS day, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(g.written, 4)::integer - b.born),
               'substance', flat.one_of(g.substance, g.other_substance),
               'route', flat.one_of(g.route, g.other_route),
               'year', left(g.written, 4)) AS strata
    FROM course_named k
    JOIN course_given g ON g.course_id = k.id AND g.person = k.person
    JOIN subject b ON b.person = k.person
),
-- A dose that is not the first of its substance and route in its course, and whether it is at least half as large again
-- as the first.
repeated_dose AS MATERIALIZED (
    SELECT person, course_id, day, milligrams >= 1.5 * first_milligrams AS escalates
    FROM (
        SELECT *, row_number() OVER ordered AS number, first_value(milligrams) OVER ordered AS first_milligrams
        FROM dose_in_course
        WINDOW ordered AS (PARTITION BY person, course_id, product ORDER BY moment, id)
    ) AS dose
    WHERE number > 1
),
-- The treatment consent that was in force when the first dose of a course began. One that was withdrawn later was in
-- force then. Of several the last; of those of which none is known to be later, the id decides.
consent_in_force AS MATERIALIZED (
    SELECT k.person, k.id AS course, t.id, t.decided_at, t.decided_at_text, t.capacity, t.freely_given,
           t.options_discussed, t.consultation_date, t.information_sheet, t.advocate_present
    FROM course k
    JOIN person_counted c ON c.person = k.person
    JOIN flat.treatment_consent t USING (patient_id)
    WHERE t.status IN ('active', 'inactive') AND t.decision = 'permit'
      AND t.resource_id NOT IN (SELECT id FROM for_safety_alone)
      AND flat.at_or_before(t.decided_at, t.decided_at_text, k.first_dose, k.written)
      AND (t.valid_until_text IS NULL
        OR NOT flat.at_or_before(t.valid_until, t.valid_until_text, k.first_dose, k.written))
),
consent_covering AS MATERIALIZED (
    SELECT DISTINCT ON (f.course) f.*
    FROM consent_in_force f
    WHERE NOT EXISTS (
        SELECT FROM consent_in_force l
        WHERE l.course = f.course
          AND NOT flat.at_or_before(l.decided_at, l.decided_at_text, f.decided_at, f.decided_at_text))
    ORDER BY f.course, f.id DESC
),
