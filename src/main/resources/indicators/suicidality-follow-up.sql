-- Measure suicidality-follow-up: courses whose first response, on any instrument, is 14 days past in the period, and
-- whether suicidality was assessed after it and within those days.
, due AS (
    SELECT DISTINCT ON (person, course_id) person, course_id, moment, written,
           (day + interval '14 days')::date AS day
    FROM first_response
    ORDER BY person, course_id, moment, id
),
assessed AS (
    SELECT DISTINCT r.person, r.course_id
    FROM due r JOIN suicidality s ON s.person = r.person
    WHERE s.moment > r.moment AND s.day <= r.day
),
member AS (
    SELECT 'suicidality-follow-up' AS group_code, p.population, k.id AS unit, r.person, k.clinic, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(r.written, 4)::integer - b.born),
               'year', left(r.day::text, 4)) AS strata
    FROM due r
    JOIN course_named k ON k.id = r.course_id AND k.person = r.person
    JOIN subject b ON b.person = r.person
    LEFT JOIN assessed a ON a.person = r.person AND a.course_id = r.course_id
    CROSS JOIN period q
    CROSS JOIN LATERAL (VALUES
        ('initial-population', true),
        ('denominator', true),
        ('numerator', a.person IS NOT NULL)
    ) AS p (population, member)
    WHERE p.member AND r.day BETWEEN q.first_day AND q.last_day
)
