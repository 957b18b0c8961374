-- Measure stopped-infusions: administrations that ended in the period. One that is in progress has no outcome yet.
, ended AS MATERIALIZED (
    SELECT d.* FROM dose d, parameters q
    WHERE d.status IN ('completed', 'stopped') AND flat.day(d.written) BETWEEN q.first_day AND q.last_day
),
dose_weighed AS (
    SELECT DISTINCT ON (e.id) e.id, w.kilograms
    FROM ended e JOIN weight w ON w.person = e.person AND w.moment <= e.moment
    ORDER BY e.id, w.moment DESC, w.kilograms
),
dose_numbered AS (
    SELECT e.id, count(*) AS sessions
    FROM ended e JOIN treated t ON t.person = e.person AND t.moment <= e.moment
    GROUP BY e.id
),
infusion AS (
    SELECT e.*, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(e.written, 4)::integer - b.born),
               'substance', e.substance,
               'route', e.route,
               'dose-band', flat.dose_band(e.milligrams / w.kilograms),
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'year', left(e.written, 4)) AS strata
    FROM ended e
    JOIN subject b ON b.person = e.person
    LEFT JOIN dose_weighed w ON w.id = e.id
    LEFT JOIN dose_numbered n ON n.id = e.id
)
SELECT p.group_code, p.population, i.id AS unit, i.person, i.clinic, i.strata
FROM infusion i CROSS JOIN LATERAL (VALUES
    ('any-reason', 'initial-population', true),
    ('any-reason', 'denominator', true),
    ('any-reason', 'numerator', i.status = 'stopped'),
    ('adverse-effect', 'initial-population', true),
    ('adverse-effect', 'denominator', true),
    ('adverse-effect', 'numerator', i.status = 'stopped' AND i.stop_reason = 'adverse-effect')
) AS p (group_code, population, member)
WHERE p.member
