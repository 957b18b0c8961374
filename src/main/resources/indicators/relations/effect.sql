-- What treatment does to depression: the library EffectIndicators of the guide.

score AS MATERIALIZED (
    SELECT c.person, s.clinic, s.id, s.code AS instrument, s.measured_at AS moment, s.measured_at_text AS written,
           flat.day(s.measured_at_text) AS day, s.total,
           s.recall_value * CASE s.recall_unit WHEN 'h' THEN 3600 WHEN 'd' THEN 86400 END AS recall
    FROM flat.score s
    JOIN person_counted c USING (patient_id)
    WHERE s.code IN ('madrs-total', 'qids-sr16-total', 'ham-d17-total', '44261-6')
      AND s.status NOT IN ('entered-in-error', 'cancelled')
      AND s.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
course_begin AS (
    SELECT v.person, v.course_id, min(d.moment) AS first_dose
    FROM visit v JOIN dose d ON d.session_id = v.id AND d.person = v.person
    WHERE v.course_id IS NOT NULL
    GROUP BY v.person, v.course_id
),
-- The last score within 7 days, to the second, before the first dose of a course; of two at one moment the lower.
baseline AS (
    SELECT person, course_id, instrument, CASE WHEN elapsed <= 604800 THEN total END AS total
    FROM (
        SELECT DISTINCT ON (b.person, b.course_id, s.instrument) b.person, b.course_id, s.instrument, s.total,
               flat.seconds_between(s.moment, b.first_dose) AS elapsed
        FROM course_begin b JOIN score s ON s.person = b.person AND s.moment <= b.first_dose
        ORDER BY b.person, b.course_id, s.instrument, s.moment DESC, s.total
    ) AS last
),
-- How many doses had been given when a score was taken.
score_numbered AS (
    SELECT id, doses
    FROM (
        SELECT id, count(dose) OVER (PARTITION BY person ORDER BY moment) AS doses
        FROM (
            SELECT person, moment, id, NULL::uuid AS dose FROM score
            UNION ALL
            SELECT person, moment, NULL, id FROM dose
        ) AS event
    ) AS counted
    WHERE id IS NOT NULL
),
-- A score belongs to the last dose before it, and to the course of that dose.
score_after_dose AS MATERIALIZED (
    SELECT s.person, s.clinic, s.id, s.instrument, s.moment, s.written, s.day, s.total, d.id AS dose, d.moment AS dosed,
           d.session_id, v.course_id, b.total AS baseline, flat.time_since_session_band(t.elapsed) AS time_point
    FROM score s
    JOIN score_numbered n ON n.id = s.id
    JOIN dose d ON d.person = s.person AND d.number = n.doses
    CROSS JOIN LATERAL (VALUES (flat.seconds_between(d.moment, s.moment))) AS t (elapsed)
    LEFT JOIN visit v ON v.id = d.session_id AND v.person = d.person
    LEFT JOIN baseline b ON b.person = d.person AND b.course_id = v.course_id AND b.instrument = s.instrument
    WHERE t.elapsed >= s.recall AND t.elapsed >= 72000
      -- While a supply to take home lasts, nobody knows when the last dose was taken.
      AND NOT EXISTS (
        SELECT FROM supply u WHERE u.person = s.person AND u.day <= s.day
          AND s.day - flat.first_day(u.written) < u.days_meant)
),
-- The first such score of an instrument in the window of a time point; of two at the same moment the higher.
first_at_time_point AS (
    SELECT DISTINCT ON (person, dosed, instrument, time_point) *
    FROM score_after_dose WHERE time_point <> '21-days-and-over'
    ORDER BY person, dosed, instrument, time_point, moment, total DESC, id
),
assessment AS MATERIALIZED (
    SELECT a.person, a.clinic, a.id, a.course_id, a.instrument, a.time_point, a.moment, a.written, a.day, a.total,
           a.baseline, a.baseline > 0 AND a.total * 2 <= a.baseline AS responds,
           jsonb_build_object(
               'instrument', a.instrument,
               'sex', b.sex,
               'age-band', flat.age_band(left(a.written, 4)::integer - b.born),
               'substance', COALESCE(s.strata ->> 'substance', 'unknown'),
               'route', COALESCE(s.strata ->> 'route', 'unknown'),
               'dose-band', COALESCE(s.strata ->> 'dose-band', 'unknown'),
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'year', left(a.written, 4)) AS strata
    FROM first_at_time_point a
    JOIN subject b ON b.person = a.person
    JOIN dose_numbered n ON n.id = a.dose
    LEFT JOIN session s ON s.id = a.session_id AND s.person = a.person
),
first_response AS MATERIALIZED (
    SELECT DISTINCT ON (person, course_id, instrument) *
    FROM assessment WHERE responds
    ORDER BY person, course_id, instrument, moment, id
),
-- What became of a response, by the later scores of its instrument in its course.
response_followed AS MATERIALIZED (
    SELECT r.person, r.clinic, r.id, r.day, r.strata, bool_or(l.lost) AS lost, bool_or(l.soon) AS soon,
           bool_or(l.lost AND l.soon) AS lost_soon
    FROM first_response r
    CROSS JOIN LATERAL (
        SELECT s.total * 2 > s.baseline AS lost, flat.seconds_between(r.moment, s.moment) <= 1209600 AS soon
        FROM score_after_dose s
        WHERE s.person = r.person AND s.course_id = r.course_id AND s.instrument = r.instrument AND s.moment > r.moment
    ) AS l
    GROUP BY r.person, r.clinic, r.id, r.day, r.strata
),
suicidality AS MATERIALIZED (
    SELECT c.person, a.assessed_at AS moment, flat.day(a.assessed_at_text) AS day
    FROM flat.assessment a
    JOIN person_counted c USING (patient_id)
    WHERE a.code = '93374-7' AND a.status NOT IN ('entered-in-error', 'cancelled')
      AND a.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
