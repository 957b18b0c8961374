-- Measure information-sheet-current: courses that began in the period, whose consent names an information sheet, and of
-- whose doses no finding says that it was outdated.
-- include consents
, outdated AS (
    SELECT DISTINCT v.course_id, d.person
    FROM flat.finding f
    JOIN counted c ON c.id = f.resource_id
    JOIN flat.finding_record i ON i.finding_id = f.id
    JOIN dose d ON d.id = i.administration_id AND d.person = c.person
    JOIN visit v ON v.id = d.session_id AND v.person = d.person
    WHERE f.rule = 'information-sheet-outdated' AND f.status NOT IN ('cancelled', 'entered-in-error')
)
SELECT 'information-sheet-current' AS group_code, p.population, k.id AS unit, k.person, k.clinic, k.strata
FROM course_begun k
LEFT JOIN consent_covering t ON t.course = k.id
LEFT JOIN outdated o ON o.course_id = k.id AND o.person = k.person
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', t.information_sheet IS NOT NULL AND o.course_id IS NULL)
) AS p (population, member)
WHERE p.member
