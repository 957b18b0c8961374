-- Measure review-overdue: patients under treatment of whom a rule found in the period that a review was overdue.
-- include patients
, member AS (
    SELECT 'review-overdue' AS group_code, p.population, NULL::uuid AS unit, u.person, u.clinic,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(extract(year FROM r.last_day)::integer - b.born)) AS strata
    FROM under_treatment u
    JOIN subject b ON b.person = u.person
    CROSS JOIN period r
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', u.person IN (
            SELECT f.person FROM finding f, period q
            WHERE f.rule = 'review-overdue' AND flat.falls_in(f.written, q.first_day, q.last_day)))
    ) AS p (population, member)
    WHERE p.member
)
