-- Measure patients-treated: patients of whom a session began in the period. The unit is the person.
, treated_in_period AS MATERIALIZED (
    SELECT s.person, s.clinic, s.id, s.moment, s.written
    FROM session s, period q
    WHERE s.day BETWEEN q.first_day AND q.last_day
),
last_session AS (
    SELECT DISTINCT ON (person) person, clinic, written FROM treated_in_period ORDER BY person, moment DESC, id DESC
),
given_in_period AS (
    SELECT s.person, min(d.substance) AS substance, max(d.substance) AS other_substance, min(d.route) AS route,
           max(d.route) AS other_route
    FROM treated_in_period s JOIN dose d ON d.session_id = s.id AND d.person = s.person
    GROUP BY s.person
),
member AS (
    SELECT 'patients' AS group_code, 'initial-population' AS population, l.person AS unit, l.person, l.clinic,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(l.written, 4)::integer - b.born),
               'substance', flat.one_of(g.substance, g.other_substance),
               'route', flat.one_of(g.route, g.other_route)) AS strata
    FROM last_session l
    JOIN subject b ON b.person = l.person
    JOIN given_in_period g ON g.person = l.person
)
