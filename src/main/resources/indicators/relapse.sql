-- Measure relapse: loss of response, counted from the first response of an instrument in a course.
-- include effect
, first_response AS (
    SELECT DISTINCT ON (person, course_id, instrument) *
    FROM assessment WHERE baseline > 0 AND total * 2 <= baseline
    ORDER BY person, course_id, instrument, moment, id
),
followed AS (
    SELECT r.id, l.total * 2 > l.baseline AS lost, flat.seconds_between(r.moment, l.moment) <= 1209600 AS soon
    FROM first_response r JOIN score_after_dose l
      ON l.person = r.person AND l.course_id = r.course_id AND l.instrument = r.instrument AND l.moment > r.moment
),
follow_up AS (
    SELECT id, bool_or(lost) AS lost, bool_or(soon) AS soon, bool_or(lost AND soon) AS lost_soon
    FROM followed GROUP BY id
)
SELECT p.group_code, p.population, r.id AS unit, r.person, r.clinic, m.strata
FROM first_response r
JOIN follow_up f ON f.id = r.id
JOIN score_dimension m ON m.id = r.id
CROSS JOIN parameters q
CROSS JOIN LATERAL (VALUES
    ('within-14-days', 'initial-population', f.soon),
    ('within-14-days', 'denominator', f.soon),
    ('within-14-days', 'numerator', f.lost_soon),
    ('at-any-time', 'initial-population', true),
    ('at-any-time', 'denominator', true),
    ('at-any-time', 'numerator', f.lost)
) AS p (group_code, population, member)
WHERE p.member AND r.day BETWEEN q.first_day AND q.last_day
