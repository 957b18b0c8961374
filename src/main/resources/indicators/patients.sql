-- Patients with their dimensions at the end of the period, as the library FollowUpIndicators of the guide has them, and
-- those who are under treatment in it. The period ends with its last day in UTC; a supply counts by the calendar.
, exposed_until AS (
    SELECT e.* FROM exposed_by_day e, period q
    WHERE e.day <= q.last_day AND (e.day_after IS NULL OR e.day_after > q.last_day)
),
patient_dimension AS (
    SELECT b.person, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(extract(year FROM q.last_day)::integer - b.born),
               'substance', flat.one_of(e.substance, e.other_substance),
               'route', flat.one_of(e.route, e.other_route),
               'cumulative-dose-band', CASE WHEN e.has_several THEN 'several'
                   ELSE flat.cumulative_dose_band(e.milligrams) END,
               'sessions-so-far', flat.sessions_so_far_band(e.sessions)) AS strata
    FROM subject b
    CROSS JOIN period q
    LEFT JOIN exposed_until e ON e.person = b.person
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
