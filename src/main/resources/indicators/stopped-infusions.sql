-- Measure stopped-infusions: administrations that ended in the period.
, member AS (
    SELECT p.group_code, p.population, i.id AS unit, i.person, i.clinic, i.strata
    FROM infusion i
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('any-reason', 'initial-population', true),
        ('any-reason', 'denominator', true),
        ('any-reason', 'numerator', i.stopped),
        ('adverse-effect', 'initial-population', true),
        ('adverse-effect', 'denominator', true),
        ('adverse-effect', 'numerator', i.stopped AND i.stop_reason = 'adverse-effect')
    ) AS p (group_code, population, member)
    WHERE p.member AND i.day BETWEEN q.first_day AND q.last_day
)
