-- What was given: sessions, doses and supplies, with their dimensions.

visit AS MATERIALIZED (
    SELECT c.person, v.clinic, v.id, v.course_id, v.clinic_id, v.setting, v.started_at AS moment,
           v.started_at_text AS written, flat.day(v.started_at_text) AS day, v.session_number,
           v.status = 'finished' AS finished, v.fit_to_leave_at IS NOT NULL AS fit_to_leave
    FROM flat.session v
    JOIN person_counted c USING (patient_id)
    WHERE v.status NOT IN ('entered-in-error', 'cancelled')
      AND v.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
administration AS MATERIALIZED (
    SELECT c.person, a.clinic, a.id, a.session_id, a.status, a.stop_reason, a.started_at AS moment,
           a.started_at_text AS written, flat.day(a.started_at_text) AS day, a.substance, a.route,
           a.substance || '|' || a.route AS product, a.milligrams
    FROM flat.administration a
    JOIN person_counted c USING (patient_id)
    WHERE a.status IN ('in-progress', 'completed', 'stopped')
      AND a.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
-- A supply counts from the day on by which it was handed over for certain.
supply AS MATERIALIZED (
    SELECT c.person, s.clinic, s.id, s.handed_over_at AS moment, s.handed_over_at_text AS written,
           flat.certain_day(s.handed_over_at_text) AS day, s.substance, s.route,
           s.substance || '|' || s.route AS product, s.milligrams, ceil(s.days) AS days_meant
    FROM flat.supply s
    JOIN person_counted c USING (patient_id)
    WHERE s.status NOT IN ('entered-in-error', 'cancelled')
      AND s.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
-- Of two weights at the same moment the lower.
weight AS (
    SELECT c.person, m.measured_at AS moment, min(m.measured_value) AS kilograms
    FROM flat.measurement m
    JOIN person_counted c USING (patient_id)
    WHERE m.code = '29463-7' AND m.measured_value IS NOT NULL AND m.status NOT IN ('entered-in-error', 'cancelled')
      AND m.resource_id NOT IN (SELECT id FROM for_safety_alone)
    GROUP BY c.person, m.measured_at
),
-- The latest body weight at or before a dose: in the order of time a weight holds until the next.
weighed AS (
    SELECT id, kilograms
    FROM (
        SELECT id, max(kilograms) OVER (PARTITION BY person, weights) AS kilograms
        FROM (
            SELECT person, id, kilograms, count(kilograms) OVER (PARTITION BY person ORDER BY moment) AS weights
            FROM (
                SELECT person, moment, NULL::uuid AS id, kilograms FROM weight
                UNION ALL
                SELECT person, moment, id, NULL FROM administration
            ) AS event
        ) AS counted
    ) AS held
    WHERE id IS NOT NULL
),
-- Doses in their order, each with what was given until then of the same substance by the same route.
dose AS MATERIALIZED (
    SELECT a.*, w.kilograms,
           row_number() OVER (PARTITION BY a.person ORDER BY a.moment, a.id) AS number,
           sum(a.milligrams) OVER (PARTITION BY a.person, a.product ORDER BY a.moment) AS milligrams_so_far
    FROM administration a
    LEFT JOIN weighed w ON w.id = a.id
),
-- What was given in a session.
given AS (
    SELECT person, session_id, sum(milligrams) AS milligrams,
           (array_agg(kilograms ORDER BY moment))[1] AS kilograms, (array_agg(day ORDER BY moment))[count(*)] AS last_day,
           min(substance) AS substance, max(substance) AS other_substance, min(route) AS route,
           max(route) AS other_route, min(product) AS product, max(product) AS other_product,
           max(milligrams_so_far) AS milligrams_so_far
    FROM dose GROUP BY person, session_id
),
-- A session counts only when ketamine was given in it.
treated AS MATERIALIZED (
    SELECT v.*, g.milligrams, g.kilograms, g.last_day, g.substance, g.other_substance, g.route, g.other_route, g.product,
           g.product <> g.other_product AS has_several, g.milligrams_so_far,
           count(*) OVER (PARTITION BY v.person ORDER BY v.moment) AS sessions
    FROM visit v JOIN given g ON g.session_id = v.id AND g.person = v.person
),
-- What was handed over, until the day of a session, of what was given in it.
supplied AS (
    SELECT t.id, sum(s.milligrams) AS milligrams
    FROM treated t JOIN supply s ON s.person = t.person AND s.product = t.product AND s.day <= t.last_day
    GROUP BY t.id
),
-- Each treated session with its dimensions, how many sessions the person had had by its day, and the day of the session
-- before.
session AS MATERIALIZED (
    SELECT t.person, t.clinic, t.id, t.course_id, t.clinic_id, t.moment, t.written, t.day, t.finished, t.fit_to_leave,
           t.substance, t.other_substance, t.route, t.other_route,
           count(*) OVER (PARTITION BY t.person ORDER BY t.day) AS sessions_by_day,
           last_value(t.day) OVER (
               PARTITION BY t.person ORDER BY t.moment
               RANGE BETWEEN UNBOUNDED PRECEDING AND interval '1 microsecond' PRECEDING) AS day_before,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(t.written, 4)::integer - b.born),
               'substance', flat.one_of(t.substance, t.other_substance),
               'route', flat.one_of(t.route, t.other_route),
               'dose-band', CASE WHEN t.has_several THEN 'several'
                   ELSE flat.dose_band(t.milligrams / t.kilograms) END,
               'cumulative-dose-band', CASE WHEN t.has_several THEN 'several'
                   ELSE flat.cumulative_dose_band(COALESCE(t.milligrams_so_far + s.milligrams,
                       t.milligrams_so_far, s.milligrams)) END,
               'sessions-so-far', flat.sessions_so_far_band(t.sessions),
               'setting', t.setting,
               'year', left(t.written, 4)) AS strata
    FROM treated t
    JOIN subject b ON b.person = t.person
    LEFT JOIN supplied s ON s.id = t.id
),
-- How many sessions had begun when a dose was given.
dose_numbered AS MATERIALIZED (
    SELECT id, sessions
    FROM (
        SELECT id, count(visit) OVER (PARTITION BY person ORDER BY moment) AS sessions
        FROM (
            SELECT person, moment, id, NULL::uuid AS visit FROM dose
            UNION ALL
            SELECT person, moment, NULL, id FROM treated
        ) AS event
    ) AS counted
    WHERE id IS NOT NULL
),
-- Each dose that has an outcome, with its dimensions: one that is in progress has none yet.
infusion AS MATERIALIZED (
    SELECT d.person, d.clinic, d.id, d.day, d.status = 'stopped' AS stopped, d.stop_reason,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(d.written, 4)::integer - b.born),
               'substance', d.substance,
               'route', d.route,
               'dose-band', flat.dose_band(d.milligrams / d.kilograms),
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'year', left(d.written, 4)) AS strata
    FROM dose d
    JOIN subject b ON b.person = d.person
    JOIN dose_numbered n ON n.id = d.id
    WHERE d.status IN ('completed', 'stopped')
),
