-- Patients with their dimensions at the end of the period, as the library FollowUpIndicators of the guide has them, and
-- those who are under treatment in it. The period ends with its last day in UTC; a supply counts by the calendar.
, taken_until AS (
    SELECT d.person, d.product, d.substance, d.route, d.milligrams
    FROM dose d, parameters q WHERE d.moment < (q.last_day + 1)::timestamp AT TIME ZONE 'UTC'
    UNION ALL
    SELECT s.person, s.product, s.substance, s.route, s.milligrams
    FROM supply s, parameters q WHERE s.day <= q.last_day
),
patient_exposure AS (
    SELECT person, array_agg(DISTINCT substance) AS substances, array_agg(DISTINCT route) AS routes,
           count(DISTINCT product) AS products, sum(milligrams) AS milligrams
    FROM taken_until GROUP BY person
),
patient_numbered AS (
    SELECT t.person, count(*) AS sessions
    FROM treated t, parameters q WHERE t.moment < (q.last_day + 1)::timestamp AT TIME ZONE 'UTC'
    GROUP BY t.person
),
patient_dimension AS (
    SELECT b.person, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(extract(year FROM q.last_day)::integer - b.born),
               'substance', flat.one_of(e.substances),
               'route', flat.one_of(e.routes),
               'cumulative-dose-band', CASE WHEN e.products > 1 THEN 'several'
                   ELSE flat.cumulative_dose_band(e.milligrams) END,
               'sessions-so-far', flat.sessions_so_far_band(n.sessions)) AS strata
    FROM subject b
    CROSS JOIN parameters q
    LEFT JOIN patient_exposure e ON e.person = b.person
    LEFT JOIN patient_numbered n ON n.person = b.person
),
-- The clinic is that of the last session or supply.
under_treatment AS MATERIALIZED (
    SELECT DISTINCT ON (a.person) a.person, a.clinic
    FROM (
        SELECT person, clinic, id, moment FROM session_in_period
        UNION ALL
        SELECT s.person, f.clinic, s.id, s.moment
        FROM supply s JOIN flat.supply f ON f.id = s.id CROSS JOIN parameters q
        WHERE flat.falls_in(s.written, q.first_day, q.last_day)
    ) AS a
    ORDER BY a.person, a.moment DESC, a.id DESC
)
