-- Measure submission-completeness: finished sessions with all of their monitoring, and numbered courses without a gap.
-- The clinic among the dimensions is the one that the record names; only a registry asks for it, of itself.
-- include courses
, monitored AS (
    SELECT person, session_id, array_agg(what) AS what
    FROM (
        SELECT c.person, m.session_id, m.timing AS what
        FROM flat.measurement m JOIN counted c ON c.id = m.resource_id
        WHERE m.code = '85354-9' AND m.status NOT IN ('entered-in-error', 'cancelled')
        UNION ALL
        SELECT c.person, s.session_id, s.code
        FROM flat.score s JOIN counted c ON c.id = s.resource_id
        WHERE s.code IN ('moaa-s', 'cadss-subjective-total') AND s.status NOT IN ('entered-in-error', 'cancelled')
    ) AS measured GROUP BY person, session_id
),
-- A session that still goes on cannot be complete yet.
monitoring AS (
    SELECT s.id, s.person, s.clinic, s.strata || jsonb_build_object('clinic', v.clinic_id) AS strata,
           v.status = 'finished' AS finished,
           v.fit_to_leave_at IS NOT NULL
             AND m.what @> ARRAY['before', 'during', 'after', 'moaa-s', 'cadss-subjective-total'] AS complete
    FROM session_in_period s
    JOIN flat.session v ON v.id = s.id
    LEFT JOIN monitored m ON m.session_id = s.id AND m.person = s.person
),
-- Numbers run from 1; the highest that is known says how many there should be. Sessions count in which nothing was
-- given, too.
numbering AS (
    SELECT v.person, v.course_id, count(DISTINCT n.session_number) = max(n.session_number) AS complete
    FROM visit v JOIN flat.session n ON n.id = v.id CROSS JOIN parameters q
    WHERE n.session_number IS NOT NULL
    GROUP BY v.person, v.course_id
    HAVING bool_or(flat.day(v.written) BETWEEN q.first_day AND q.last_day)
)
SELECT 'monitoring' AS group_code, p.population, m.id AS unit, m.person, m.clinic, m.strata
FROM monitoring m
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', m.finished),
    ('numerator', m.finished AND m.complete)
) AS p (population, member)
WHERE p.member
UNION ALL
SELECT 'sessions', p.population, k.id, n.person, k.clinic, jsonb_build_object(
           'sex', b.sex,
           'age-band', COALESCE(d.strata ->> 'age-band', 'unknown'),
           'clinic', k.clinic_id)
FROM numbering n
JOIN flat.course k ON k.id = n.course_id AND k.status <> 'entered-in-error'
JOIN counted c ON c.id = k.resource_id AND c.person = n.person
JOIN subject b ON b.person = n.person
LEFT JOIN course_dimension d ON d.id = k.id
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', n.complete)
) AS p (population, member)
WHERE p.member
