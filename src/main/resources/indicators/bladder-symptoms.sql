-- Measure bladder-symptoms: an ICSI total of 5 or more. A patient counts once, by the last score of the period after a
-- first exposure to ketamine.
, last_in_period AS (
    SELECT DISTINCT ON (i.person) i.*
    FROM bladder i, period q
    WHERE i.day BETWEEN q.first_day AND q.last_day
    ORDER BY i.person, i.moment DESC, i.id DESC
),
member AS (
    SELECT p.group_code, p.population, l.id AS unit, l.person, l.clinic, l.strata
    FROM last_in_period l
    CROSS JOIN LATERAL (VALUES
        ('symptoms', 'initial-population', true),
        ('symptoms', 'denominator', true),
        ('symptoms', 'numerator', l.total >= 5),
        ('new-symptoms', 'initial-population', true),
        ('new-symptoms', 'denominator', l.total_before < 5),
        ('new-symptoms', 'numerator', l.total_before < 5 AND l.total >= 5)
    ) AS p (group_code, population, member)
    WHERE p.member
)
