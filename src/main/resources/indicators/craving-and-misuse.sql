-- Measure craving-and-misuse: patients under treatment with an adverse event of that kind, a craving rating of 7 or more
-- of 10, or a misuse assessment that suspects or confirms it.
-- include patients
, sign AS (
    SELECT c.person
    FROM flat.adverse_event e
    JOIN counted c ON c.id = e.resource_id
    JOIN flat.adverse_event_term t ON t.adverse_event_id = e.id
    CROSS JOIN parameters q
    WHERE NOT e.nullified
      AND t.term_system = 'https://ketamine-registry.example/fhir/CodeSystem/adverse-effect-cs'
      AND t.term IN ('craving', 'misuse', 'diversion', 'dependence')
      AND flat.falls_in(e.occurred_at_text, q.first_day, q.last_day)
    UNION
    SELECT c.person
    FROM flat.score s JOIN counted c ON c.id = s.resource_id CROSS JOIN parameters q
    WHERE s.code = 'craving-rating' AND s.total >= 7 AND s.status NOT IN ('entered-in-error', 'cancelled')
      AND flat.day(s.measured_at_text) BETWEEN q.first_day AND q.last_day
    UNION
    SELECT c.person
    FROM flat.assessment a JOIN counted c ON c.id = a.resource_id CROSS JOIN parameters q
    WHERE a.code = 'misuse-assessment' AND a.result IN ('suspected', 'confirmed')
      AND a.status NOT IN ('entered-in-error', 'cancelled')
      AND flat.day(a.assessed_at_text) BETWEEN q.first_day AND q.last_day
)
SELECT 'craving-and-misuse' AS group_code, p.population, u.person AS unit, u.person, u.clinic, m.strata
FROM under_treatment u
JOIN patient_dimension m ON m.person = u.person
LEFT JOIN sign g ON g.person = u.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', g.person IS NOT NULL)
) AS p (population, member)
WHERE p.member
