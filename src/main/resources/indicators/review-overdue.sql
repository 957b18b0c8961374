-- Measure review-overdue: patients under treatment of whom a rule found in the period that a review was overdue.
-- include patients
, overdue AS (
    SELECT DISTINCT c.person
    FROM flat.finding f JOIN counted c ON c.id = f.resource_id CROSS JOIN parameters q
    WHERE f.rule = 'review-overdue' AND f.status NOT IN ('cancelled', 'entered-in-error')
      AND flat.falls_in(f.identified_at_text, q.first_day, q.last_day)
)
SELECT 'review-overdue' AS group_code, p.population, u.person AS unit, u.person, u.clinic,
       jsonb_build_object('sex', m.strata -> 'sex', 'age-band', m.strata -> 'age-band') AS strata
FROM under_treatment u
JOIN patient_dimension m ON m.person = u.person
LEFT JOIN overdue o ON o.person = u.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', o.person IS NOT NULL)
) AS p (population, member)
WHERE p.member
