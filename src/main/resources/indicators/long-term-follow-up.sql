-- Measure long-term-follow-up: a score of depression and one of bladder symptoms between 21 and 27 months after the
-- first dose. A patient counts in the period in which 24 months have passed. Months are added to the day that the first
-- dose states.
-- include patients
, due AS MATERIALIZED (
    SELECT f.person, f.clinic, (f.day + interval '24 months')::date AS day,
           (f.day + interval '21 months')::date AS first_day, (f.day + interval '27 months')::date AS last_day
    FROM first_dose f, period q
    WHERE (f.day + interval '24 months')::date BETWEEN q.first_day AND q.last_day
),
followed AS (
    SELECT d.person, bool_or(s.of_bladder) AND bool_or(NOT s.of_bladder) AS both_scores
    FROM due d JOIN follow_up s ON s.person = d.person AND s.day BETWEEN d.first_day AND d.last_day
    GROUP BY d.person
),
member AS (
    SELECT 'two-years' AS group_code, p.population, NULL::uuid AS unit, d.person, d.clinic,
           m.strata - 'sessions-so-far' AS strata
    FROM due d
    JOIN patient_dimension m ON m.person = d.person
    JOIN subject b ON b.person = d.person
    LEFT JOIN followed f ON f.person = d.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        -- Of a death of which the year or the month alone is known, another year or month decides.
        ('denominator-exclusion',
            b.died OR b.died_written COLLATE "C" < left(d.day::text, length(b.died_written))),
        ('numerator', f.both_scores)
    ) AS p (population, member)
    WHERE p.member
)
