-- What treatment does to depression: the library EffectIndicators of the guide. Response, remission and relapse begin
-- with it.
, score AS MATERIALIZED (
    SELECT c.person, s.clinic, s.id, s.code AS instrument, s.measured_at AS moment, s.measured_at_text AS written,
           flat.day(s.measured_at_text) AS day, s.total,
           s.recall_value * CASE s.recall_unit WHEN 'h' THEN 3600 WHEN 'd' THEN 86400 END AS recall
    FROM flat.score s JOIN counted c ON c.id = s.resource_id
    WHERE s.code IN ('madrs-total', 'qids-sr16-total', 'ham-d17-total', '44261-6')
      AND s.status NOT IN ('entered-in-error', 'cancelled')
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
-- A score belongs to the last dose before it, and to the course of that dose.
dosed AS (
    SELECT DISTINCT ON (s.id) s.*, d.moment AS dose_moment, d.session_id,
           flat.seconds_between(d.moment, s.moment) AS elapsed
    FROM score s JOIN dose d ON d.person = s.person AND d.moment <= s.moment
    ORDER BY s.id, d.moment DESC, d.id DESC
),
score_after_dose AS MATERIALIZED (
    SELECT d.*, v.course_id, b.total AS baseline, flat.time_since_session_band(d.elapsed) AS time_point
    FROM dosed d
    LEFT JOIN visit v ON v.id = d.session_id AND v.person = d.person
    LEFT JOIN baseline b ON b.person = d.person AND b.course_id = v.course_id AND b.instrument = d.instrument
    WHERE d.elapsed >= d.recall AND d.elapsed >= 72000
      -- While a supply to take home lasts, nobody knows when the last dose was taken.
      AND NOT EXISTS (
        SELECT FROM supply u WHERE u.person = d.person AND u.day <= d.day
          AND d.day - flat.first_day(u.written) < u.days_meant)
),
-- The first such score of an instrument in the window of a time point; of two at the same moment the higher.
assessment AS MATERIALIZED (
    SELECT DISTINCT ON (person, dose_moment, instrument, time_point) *
    FROM score_after_dose WHERE time_point <> '21-days-and-over'
    ORDER BY person, dose_moment, instrument, time_point, moment, total DESC, id
),
-- How many treated sessions had begun when the last dose before a score did.
score_numbered AS (
    SELECT d.id, count(*) AS sessions
    FROM dosed d JOIN treated t ON t.person = d.person AND t.moment <= d.dose_moment
    GROUP BY d.id
),
score_dimension AS (
    SELECT d.id, jsonb_build_object(
               'instrument', d.instrument,
               'sex', b.sex,
               'age-band', flat.age_band(left(d.written, 4)::integer - b.born),
               'substance', COALESCE(s.strata ->> 'substance', 'unknown'),
               'route', COALESCE(s.strata ->> 'route', 'unknown'),
               'dose-band', COALESCE(s.strata ->> 'dose-band', 'unknown'),
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'year', left(d.written, 4)) AS strata
    FROM dosed d
    JOIN subject b ON b.person = d.person
    LEFT JOIN session s ON s.id = d.session_id AND s.person = d.person
    LEFT JOIN score_numbered n ON n.id = d.id
)
