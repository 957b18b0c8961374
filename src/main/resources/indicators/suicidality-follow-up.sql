-- Measure suicidality-follow-up: courses whose first response, on any instrument, is 14 days past in the period, and
-- whether suicidality was assessed after it and within those days.
-- include effect
, first_response AS (
    SELECT DISTINCT ON (person, course_id) person, course_id, moment, written,
           (flat.day(written) + interval '14 days')::date AS due
    FROM assessment WHERE baseline > 0 AND total * 2 <= baseline
    ORDER BY person, course_id, moment, id
),
suicidality AS (
    SELECT c.person, a.assessed_at AS moment, flat.day(a.assessed_at_text) AS day
    FROM flat.assessment a JOIN counted c ON c.id = a.resource_id
    WHERE a.code = '93374-7' AND a.status NOT IN ('entered-in-error', 'cancelled')
)
SELECT 'suicidality-follow-up' AS group_code, p.population, k.id AS unit, r.person, k.clinic, jsonb_build_object(
           'sex', b.sex,
           'age-band', flat.age_band(left(r.written, 4)::integer - b.born),
           'year', left(r.due::text, 4)) AS strata
FROM first_response r
JOIN flat.course k ON k.id = r.course_id AND k.status <> 'entered-in-error'
JOIN counted c ON c.id = k.resource_id AND c.person = r.person
JOIN subject b ON b.person = r.person
CROSS JOIN parameters q
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', true),
    ('numerator', EXISTS (
        SELECT FROM suicidality s WHERE s.person = r.person AND s.moment > r.moment AND s.day <= r.due))
) AS p (population, member)
WHERE p.member AND r.due BETWEEN q.first_day AND q.last_day
