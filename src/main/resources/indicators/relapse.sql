-- Measure relapse: loss of response, counted from the first response of an instrument in a course.
, member AS (
    SELECT p.group_code, p.population, r.id AS unit, r.person, r.clinic, r.strata
    FROM response_followed r
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('within-14-days', 'initial-population', r.soon),
        ('within-14-days', 'denominator', r.soon),
        ('within-14-days', 'numerator', r.lost_soon),
        ('at-any-time', 'initial-population', true),
        ('at-any-time', 'denominator', true),
        ('at-any-time', 'numerator', r.lost)
    ) AS p (group_code, population, member)
    WHERE p.member AND r.day BETWEEN q.first_day AND q.last_day
)
