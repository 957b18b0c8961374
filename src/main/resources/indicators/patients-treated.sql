-- Measure patients-treated: patients of whom a session began in the period. The unit is the person.
, treated_in_period AS (
    SELECT s.person, (array_agg(s.clinic ORDER BY s.moment DESC, s.id DESC))[1] AS clinic,
           min(s.substance) AS substance, max(s.other_substance) AS other_substance, min(s.route) AS route,
           max(s.other_route) AS other_route
    FROM session s, period q
    WHERE s.day BETWEEN q.first_day AND q.last_day
    GROUP BY s.person
),
member AS (
    SELECT 'patients' AS group_code, 'initial-population' AS population, NULL::uuid AS unit, t.person, t.clinic,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(extract(year FROM q.last_day)::integer - b.born),
               'substance', flat.one_of(t.substance, t.other_substance),
               'route', flat.one_of(t.route, t.other_route)) AS strata
    FROM treated_in_period t
    JOIN subject b ON b.person = t.person
    CROSS JOIN period q
)
