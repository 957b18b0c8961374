-- Measure liver-function: patients with a session in the period and 6 or more until its end, whether alanine
-- aminotransferase was measured, and whether it was 3 times the laboratory's own upper limit of normal or more.
-- include patients
-- The clinic is that of the last session of the period.
, treated_repeatedly AS (
    SELECT s.person, (array_agg(s.clinic ORDER BY s.moment DESC, s.id DESC))[1] AS clinic
    FROM session s, period q
    WHERE s.day BETWEEN q.first_day AND q.last_day
    GROUP BY s.person
    HAVING max(s.sessions_by_day) >= 6
),
tested AS (
    SELECT t.person, bool_or(t.raised) AS raised
    FROM liver_test t, period q
    WHERE t.day BETWEEN q.first_day AND q.last_day
    GROUP BY t.person
),
member AS (
    SELECT p.group_code, p.population, NULL::uuid AS unit, r.person, r.clinic, m.strata
    FROM treated_repeatedly r
    JOIN patient_dimension m ON m.person = r.person
    LEFT JOIN tested t ON t.person = r.person
    CROSS JOIN LATERAL (VALUES
        ('measured', 'initial-population', true),
        ('measured', 'denominator', true),
        ('measured', 'numerator', t.person IS NOT NULL),
        ('raised', 'initial-population', true),
        ('raised', 'denominator', t.person IS NOT NULL),
        ('raised', 'numerator', t.raised)
    ) AS p (group_code, population, member)
    WHERE p.member
)
