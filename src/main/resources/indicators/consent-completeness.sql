-- Measure consent-completeness: courses that began in the period, by what their treatment consent has.
, member AS (
    SELECT p.group_code, p.population, k.id AS unit, k.person, k.clinic, k.strata
    FROM course k
    CROSS JOIN period q
    LEFT JOIN consent_covering t ON t.course = k.id
    CROSS JOIN LATERAL (VALUES
        ('consent', t.id IS NOT NULL),
        ('capacity', t.capacity = 'has-capacity'),
        ('freely-given', t.freely_given),
        ('options', t.options_discussed),
        ('consultation', t.consultation_date IS NOT NULL),
        ('information-sheet', t.information_sheet IS NOT NULL),
        ('advocate', t.advocate_present IS NOT NULL),
        ('complete', t.capacity = 'has-capacity' AND t.freely_given AND t.options_discussed
            AND t.consultation_date IS NOT NULL AND t.information_sheet IS NOT NULL AND t.advocate_present IS NOT NULL)
    ) AS g (group_code, has)
    CROSS JOIN LATERAL (VALUES
        (g.group_code, 'initial-population', true),
        (g.group_code, 'denominator', true),
        (g.group_code, 'numerator', g.has)
    ) AS p (group_code, population, member)
    WHERE p.member AND k.day BETWEEN q.first_day AND q.last_day
)
