-- Patients with their dimensions at the end of the period, as the library FollowUpIndicators of the guide has them, and
-- those who are under treatment in it. The period ends with its last day in UTC; a supply counts by the calendar.
-- Of nobody else than these some measure asks.
, asked_about AS (
    SELECT s.person FROM session s, period q WHERE s.day BETWEEN q.first_day AND q.last_day
    UNION
    SELECT s.person FROM supply s, period q WHERE flat.falls_in(s.written, q.first_day, q.last_day)
    UNION
    SELECT f.person FROM first_dose f, period q
    WHERE (f.day + interval '24 months')::date BETWEEN q.first_day AND q.last_day
),
taken_until AS (
    SELECT d.person, d.product, d.substance, d.route, d.milligrams
    FROM dose d, period q
    WHERE d.person IN (SELECT person FROM asked_about)
      AND d.moment < (q.last_day + 1)::timestamp AT TIME ZONE 'UTC'
    UNION ALL
    SELECT s.person, s.product, s.substance, s.route, s.milligrams
    FROM supply s, period q WHERE s.day <= q.last_day
),
patient_exposure AS (
    SELECT person, min(substance) AS substance, max(substance) AS other_substance, min(route) AS route,
           max(route) AS other_route, min(product) <> max(product) AS has_several, sum(milligrams) AS milligrams
    FROM taken_until GROUP BY person
),
patient_numbered AS (
    SELECT t.person, count(*) AS sessions
    FROM session t, period q
    WHERE t.person IN (SELECT person FROM asked_about)
      AND t.moment < (q.last_day + 1)::timestamp AT TIME ZONE 'UTC'
    GROUP BY t.person
),
patient_dimension AS (
    SELECT b.person, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(extract(year FROM q.last_day)::integer - b.born),
               'substance', flat.one_of(e.substance, e.other_substance),
               'route', flat.one_of(e.route, e.other_route),
               'cumulative-dose-band', CASE WHEN e.has_several THEN 'several'
                   ELSE flat.cumulative_dose_band(e.milligrams) END,
               'sessions-so-far', flat.sessions_so_far_band(n.sessions)) AS strata
    FROM subject b
    JOIN asked_about a ON a.person = b.person
    CROSS JOIN period q
    LEFT JOIN patient_exposure e ON e.person = b.person
    LEFT JOIN patient_numbered n ON n.person = b.person
),
-- The clinic is that of the last session or supply.
under_treatment AS MATERIALIZED (
    SELECT DISTINCT ON (a.person) a.person, a.clinic
    FROM (
        SELECT s.person, s.clinic, s.id, s.moment FROM session s, period q
        WHERE s.day BETWEEN q.first_day AND q.last_day
        UNION ALL
        SELECT s.person, s.clinic, s.id, s.moment FROM supply s, period q
        WHERE flat.falls_in(s.written, q.first_day, q.last_day)
    ) AS a
    ORDER BY a.person, a.moment DESC, a.id DESC
)
