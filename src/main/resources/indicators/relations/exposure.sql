-- What long exposure does: bladder symptoms, and the follow-up after years.

bladder_score AS MATERIALIZED (
    SELECT c.person, s.clinic, s.id, s.measured_at AS moment, s.measured_at_text AS written,
           flat.day(s.measured_at_text) AS day, s.total
    FROM flat.score s
    JOIN person_counted c USING (patient_id)
    WHERE s.code = 'icsi-total' AND s.status NOT IN ('entered-in-error', 'cancelled')
      AND s.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
-- What was given or handed over until a score.
taken AS (
    SELECT i.id, d.product, d.substance, d.route, d.milligrams
    FROM bladder_score i JOIN dose d ON d.person = i.person AND d.moment <= i.moment
    UNION ALL
    SELECT i.id, s.product, s.substance, s.route, s.milligrams
    FROM bladder_score i JOIN supply s ON s.person = i.person AND s.day <= i.day
),
exposed AS MATERIALIZED (
    SELECT id, min(substance) AS substance, max(substance) AS other_substance, min(route) AS route,
           max(route) AS other_route, min(product) <> max(product) AS has_several, sum(milligrams) AS milligrams
    FROM taken GROUP BY id
),
-- The last score before any exposure; of two at the same moment the higher, so that nothing old is called new.
bladder_before AS (
    SELECT DISTINCT ON (i.person) i.person, i.total
    FROM bladder_score i WHERE i.id NOT IN (SELECT id FROM exposed)
    ORDER BY i.person, i.moment DESC, i.total DESC
),
bladder_numbered AS (
    SELECT i.id, count(*) AS sessions
    FROM bladder_score i JOIN treated t ON t.person = i.person AND t.moment <= i.moment
    GROUP BY i.id
),
-- Each score after an exposure, with its dimensions and the last total from before.
bladder AS MATERIALIZED (
    SELECT i.person, i.clinic, i.id, i.moment, i.day, i.total, f.total AS total_before, jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(i.written, 4)::integer - b.born),
               'substance', flat.one_of(e.substance, e.other_substance),
               'route', flat.one_of(e.route, e.other_route),
               'cumulative-dose-band', CASE WHEN e.has_several THEN 'several'
                   ELSE flat.cumulative_dose_band(e.milligrams) END,
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'year', left(i.written, 4)) AS strata
    FROM bladder_score i
    JOIN exposed e ON e.id = i.id
    JOIN subject b ON b.person = i.person
    LEFT JOIN bladder_before f ON f.person = i.person
    LEFT JOIN bladder_numbered n ON n.id = i.id
),
first_dose AS MATERIALIZED (
    SELECT person, clinic, day FROM dose WHERE number = 1
),
-- Scores by which a patient is followed up, of depression and of the bladder.
follow_up AS MATERIALIZED (
    SELECT person, day, false AS of_bladder FROM score
    UNION ALL
    SELECT person, day, true FROM bladder_score
),
-- What a person had been given by the end of a day, and how many sessions had begun, which holds until the next such day.
-- Days are those of UTC; a supply counts by the calendar.
exposed_on AS (
    SELECT person, day, min(substance) AS substance, max(substance) AS other_substance, min(route) AS route,
           max(route) AS other_route, min(product) AS product, max(product) AS other_product,
           sum(milligrams) AS milligrams, count(session) AS sessions
    FROM (
        SELECT person, (moment AT TIME ZONE 'UTC')::date AS day, substance, route, product, milligrams, NULL::uuid AS session
        FROM dose
        UNION ALL
        SELECT person, day, substance, route, product, milligrams, NULL FROM supply
        UNION ALL
        SELECT person, (moment AT TIME ZONE 'UTC')::date, NULL, NULL, NULL, NULL, id FROM session
    ) AS event
    GROUP BY person, day
),
exposed_by_day AS MATERIALIZED (
    SELECT person, day, lead(day) OVER (PARTITION BY person ORDER BY day) AS day_after,
           min(substance) OVER ordered AS substance, max(other_substance) OVER ordered AS other_substance,
           min(route) OVER ordered AS route, max(other_route) OVER ordered AS other_route,
           min(product) OVER ordered <> max(other_product) OVER ordered AS has_several,
           sum(milligrams) OVER ordered AS milligrams, (sum(sessions) OVER ordered)::bigint AS sessions
    FROM exposed_on
    WINDOW ordered AS (PARTITION BY person ORDER BY day)
),
