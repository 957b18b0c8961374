-- Measure long-term-follow-up: a score of depression and one of bladder symptoms between 21 and 27 months after the
-- first dose. A patient counts in the period in which 24 months have passed. Months are added to the day that the first
-- dose states.
-- include patients
, first_dose AS (
    SELECT DISTINCT ON (person) person, clinic, flat.day(written) AS day FROM dose ORDER BY person, moment, id
),
due AS MATERIALIZED (
    SELECT f.person, f.clinic, (f.day + interval '24 months')::date AS day,
           (f.day + interval '21 months')::date AS first_day, (f.day + interval '27 months')::date AS last_day
    FROM first_dose f CROSS JOIN parameters q
    WHERE (f.day + interval '24 months')::date BETWEEN q.first_day AND q.last_day
),
-- As the Patient resource has it that tells sex and birth. Of a death without a date nobody knows when it was; of one
-- of which the year or the month alone is known, another year or month decides.
death AS (
    SELECT DISTINCT ON (c.person) c.person, t.deceased AS undated,
           left(t.deceased_at_text, 10) AS written
    FROM flat.patient t JOIN counted c ON c.id = t.resource_id
    ORDER BY c.person, t.id
),
followed AS (
    SELECT d.person, bool_or(s.code = 'icsi-total') AND bool_or(s.code <> 'icsi-total') AS both_scores
    FROM due d
    JOIN counted c ON c.person = d.person
    JOIN flat.score s ON s.resource_id = c.id
    WHERE s.code IN ('icsi-total', 'madrs-total', 'qids-sr16-total', 'ham-d17-total', '44261-6')
      AND s.status NOT IN ('entered-in-error', 'cancelled')
      AND flat.day(s.measured_at_text) BETWEEN d.first_day AND d.last_day
    GROUP BY d.person
)
SELECT 'two-years' AS group_code, p.population, d.person AS unit, d.person, d.clinic,
       m.strata - 'sessions-so-far' AS strata
FROM due d
JOIN patient_dimension m ON m.person = d.person
JOIN death e ON e.person = d.person
LEFT JOIN followed f ON f.person = d.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('denominator-exclusion',
        e.undated OR e.written COLLATE "C" < left(d.day::text, length(e.written))),
    ('numerator', f.both_scores)
) AS p (population, member)
WHERE p.member
