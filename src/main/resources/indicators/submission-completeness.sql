-- Measure submission-completeness: finished sessions with all of their monitoring, and numbered courses without a gap.
-- The clinic among the dimensions is the one that the record names; only a registry asks for it, of itself.
-- Numbers run from 1; the highest that is known says how many there should be. Sessions count in which nothing was
-- given, too.
, numbering AS (
    SELECT v.person, v.course_id, count(DISTINCT v.session_number) = max(v.session_number) AS complete
    FROM visit v, period q
    WHERE v.session_number IS NOT NULL
    GROUP BY v.person, v.course_id
    HAVING bool_or(v.day BETWEEN q.first_day AND q.last_day)
),
member AS (
    SELECT 'monitoring' AS group_code, p.population, m.id AS unit, m.person, m.clinic, m.strata
    FROM monitoring m
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', m.finished),
        ('numerator', m.complete)
    ) AS p (population, member)
    WHERE p.member AND m.day BETWEEN q.first_day AND q.last_day
    UNION ALL
    SELECT 'sessions', p.population, k.id, n.person, k.clinic, jsonb_build_object(
               'sex', b.sex,
               'age-band', COALESCE(d.strata ->> 'age-band', 'unknown'),
               'clinic', k.clinic_id)
    FROM numbering n
    JOIN course_named k ON k.id = n.course_id AND k.person = n.person
    JOIN subject b ON b.person = n.person
    LEFT JOIN course d ON d.id = k.id
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', n.complete)
    ) AS p (population, member)
    WHERE p.member
)
