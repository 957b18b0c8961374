-- Measure information-sheet-current: courses that began in the period, whose consent names an information sheet, and of
-- whose doses no finding says that it was outdated.
, member AS (
    SELECT 'information-sheet-current' AS group_code, p.population, k.id AS unit, k.person, k.clinic, k.strata
    FROM course k
    CROSS JOIN period q
    LEFT JOIN consent_covering t ON t.course = k.id
    LEFT JOIN sheet_outdated o ON o.course_id = k.id AND o.person = k.person
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', t.information_sheet IS NOT NULL AND o.course_id IS NULL)
    ) AS p (population, member)
    WHERE p.member AND k.day BETWEEN q.first_day AND q.last_day
)
