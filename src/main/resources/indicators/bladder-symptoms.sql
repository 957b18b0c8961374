-- Measure bladder-symptoms: an ICSI total of 5 or more. A patient counts once, by the last score of the period after a
-- first exposure to ketamine.
, icsi AS MATERIALIZED (
    SELECT c.person, s.clinic, s.id, s.measured_at AS moment, s.measured_at_text AS written,
           flat.day(s.measured_at_text) AS day, s.total
    FROM flat.score s JOIN counted c ON c.id = s.resource_id
    WHERE s.code = 'icsi-total' AND s.status NOT IN ('entered-in-error', 'cancelled')
),
-- What was given or handed over until a score.
taken AS MATERIALIZED (
    SELECT i.id, d.product, d.substance, d.route, d.milligrams
    FROM icsi i JOIN dose d ON d.person = i.person AND d.moment <= i.moment
    UNION ALL
    SELECT i.id, s.product, s.substance, s.route, s.milligrams
    FROM icsi i JOIN supply s ON s.person = i.person AND s.day <= i.day
),
exposure AS (
    SELECT id, array_agg(DISTINCT substance) AS substances, array_agg(DISTINCT route) AS routes,
           count(DISTINCT product) AS products, sum(milligrams) AS milligrams
    FROM taken GROUP BY id
),
last_in_period AS (
    SELECT DISTINCT ON (i.person) i.*, e.substances, e.routes, e.products, e.milligrams
    FROM icsi i JOIN exposure e ON e.id = i.id CROSS JOIN parameters q
    WHERE i.day BETWEEN q.first_day AND q.last_day
    ORDER BY i.person, i.moment DESC, i.id DESC
),
-- The last score before any exposure; of two at the same moment the higher, so that nothing old is called new.
before AS (
    SELECT DISTINCT ON (i.person) i.person, i.total
    FROM icsi i WHERE NOT EXISTS (SELECT FROM exposure e WHERE e.id = i.id)
    ORDER BY i.person, i.moment DESC, i.total DESC
),
icsi_numbered AS (
    SELECT l.id, count(*) AS sessions
    FROM last_in_period l JOIN treated t ON t.person = l.person AND t.moment <= l.moment
    GROUP BY l.id
)
SELECT p.group_code, p.population, l.id AS unit, l.person, l.clinic, jsonb_build_object(
           'sex', b.sex,
           'age-band', flat.age_band(left(l.written, 4)::integer - b.born),
           'substance', flat.one_of(l.substances),
           'route', flat.one_of(l.routes),
           'cumulative-dose-band', CASE WHEN l.products > 1 THEN 'several'
               ELSE flat.cumulative_dose_band(l.milligrams) END,
           'sessions-so-far', flat.sessions_so_far_band(n.sessions),
           'year', left(l.written, 4)) AS strata
FROM last_in_period l
JOIN subject b ON b.person = l.person
LEFT JOIN before f ON f.person = l.person
LEFT JOIN icsi_numbered n ON n.id = l.id
CROSS JOIN LATERAL (VALUES
    ('symptoms', 'initial-population', true),
    ('symptoms', 'denominator', true),
    ('symptoms', 'numerator', l.total >= 5),
    ('new-symptoms', 'initial-population', true),
    ('new-symptoms', 'denominator', f.total < 5),
    ('new-symptoms', 'numerator', f.total < 5 AND l.total >= 5)
) AS p (group_code, population, member)
WHERE p.member
