-- Measure patients-treated: patients of whom a session began in the period. The unit is the person.
, patient AS (
    SELECT s.person, array_agg(DISTINCT g.substance) AS substances,
           array_agg(DISTINCT g.route) AS routes, (array_agg(s.written ORDER BY s.moment DESC))[1] AS written,
           (array_agg(s.clinic ORDER BY s.moment DESC, s.id DESC))[1] AS clinic
    FROM session_in_period s JOIN dose g ON g.session_id = s.id AND g.person = s.person
    GROUP BY s.person
)
SELECT 'patients' AS group_code, 'initial-population' AS population, p.person AS unit, p.person, p.clinic,
       jsonb_build_object(
           'sex', b.sex,
           'age-band', flat.age_band(left(p.written, 4)::integer - b.born),
           'substance', flat.one_of(p.substances),
           'route', flat.one_of(p.routes)) AS strata
FROM patient p JOIN subject b ON b.person = p.person
