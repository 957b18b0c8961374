-- What the records of the registry say, in the words that the indicators use: the library KetamineRecords of the guide
-- over the flat tables, for all persons who may be counted. Every indicator begins with it. Its parameters:
--   :first, :last       the first and the last day of the period
--   :as_of              the moment for which consents count
--   :purpose            national-registry, or network-aggregate, which asks for a permission of its own
--   :basis              by which right the registry holds records: statutory, opt-out or opt-in
--   :adverse_effects    the codes of the value set of adverse effects, each as system|code
WITH parameters AS (
    SELECT :first::date AS first_day, :last::date AS last_day, :as_of::timestamptz AS as_of,
           :purpose::text AS purpose, :basis::text AS basis, :adverse_effects::text[] AS adverse_effects
),

-- The patients' decisions, as consent.SharingDecision has them (R16): of those in force the latest counts, on a tie a
-- denial; a permission without capacity permits nothing; a withdrawal is a denial from its date on.
decision AS (
    SELECT p.person, d.purpose, d.decided_at AS dated, d.decision = 'deny' AS denied
    FROM flat.sharing_decision d
    JOIN flat.person p USING (patient_id)
    CROSS JOIN parameters q
    WHERE d.decided_at <= q.as_of
      AND (d.status = 'active' OR d.status = 'inactive' AND d.consent_valid_until > q.as_of)
      AND (d.valid_from IS NULL OR d.valid_from <= q.as_of)
      AND (d.valid_until IS NULL
        OR d.valid_until + CASE WHEN length(d.valid_until_text) > 10 THEN interval '0'
          ELSE interval '1 day' - interval '1 millisecond' END >= q.as_of)
      AND (d.decision = 'deny' OR d.capacity = 'has-capacity' OR d.representative IS NOT NULL)
    UNION ALL
    SELECT p.person, d.purpose, COALESCE(d.consent_valid_until, d.decided_at), true
    FROM flat.sharing_decision d
    JOIN flat.person p USING (patient_id)
    CROSS JOIN parameters q
    WHERE d.status = 'inactive' AND d.decided_at <= q.as_of AND COALESCE(d.consent_valid_until, d.decided_at) <= q.as_of
),
decided AS (
    SELECT DISTINCT ON (person, purpose) person, purpose, denied
    FROM decision ORDER BY person, purpose, dated DESC, denied DESC
),
person_counted AS MATERIALIZED (
    SELECT p.patient_id, p.person
    FROM flat.person p
    CROSS JOIN parameters q
    LEFT JOIN decided n ON n.person = p.person AND n.purpose = 'national-registry'
    LEFT JOIN decided a ON a.person = p.person AND a.purpose = 'network-aggregate'
    WHERE CASE q.basis WHEN 'statutory' THEN true WHEN 'opt-out' THEN n.denied IS NOT TRUE ELSE n.denied IS FALSE END
      AND CASE q.purpose WHEN 'national-registry' THEN true ELSE a.denied IS FALSE END
),
-- What is held for drug safety alone counts in no indicator.
counted AS MATERIALIZED (
    SELECT r.id, p.person
    FROM registry.record r JOIN person_counted p ON p.patient_id = r.patient
    WHERE NOT r.safety_only
),
-- Where a person has a Patient resource at several clinics, the one with the least id tells sex and birth.
subject AS MATERIALIZED (
    SELECT DISTINCT ON (c.person) c.person, COALESCE(t.sex, 'unknown') AS sex,
           left(t.birth_date_text, 4)::integer AS born
    FROM flat.patient t JOIN counted c ON c.id = t.resource_id
    ORDER BY c.person, t.id
),

dose AS MATERIALIZED (
    SELECT c.person, a.clinic, a.id, a.session_id, a.status, a.stop_reason, a.started_at AS moment,
           a.started_at_text AS written, a.substance, a.route, a.substance || '|' || a.route AS product, a.milligrams
    FROM flat.administration a JOIN counted c ON c.id = a.resource_id
    WHERE a.status IN ('in-progress', 'completed', 'stopped')
),
-- A supply counts from the day on by which it was handed over for certain.
supply AS MATERIALIZED (
    SELECT c.person, s.id, s.handed_over_at AS moment, s.handed_over_at_text AS written,
           flat.certain_day(s.handed_over_at_text) AS day, s.substance, s.route,
           s.substance || '|' || s.route AS product, s.milligrams, ceil(s.days) AS days_meant
    FROM flat.supply s JOIN counted c ON c.id = s.resource_id
    WHERE s.status NOT IN ('entered-in-error', 'cancelled')
),
weight AS MATERIALIZED (
    SELECT c.person, m.measured_at AS moment, m.measured_value AS kilograms
    FROM flat.measurement m JOIN counted c ON c.id = m.resource_id
    WHERE m.code = '29463-7' AND m.measured_value IS NOT NULL AND m.status NOT IN ('entered-in-error', 'cancelled')
),
visit AS MATERIALIZED (
    SELECT c.person, v.clinic, v.id, v.course_id, v.setting, v.started_at AS moment, v.started_at_text AS written
    FROM flat.session v JOIN counted c ON c.id = v.resource_id
    WHERE v.status NOT IN ('entered-in-error', 'cancelled')
),
-- What was given in a session.
given AS MATERIALIZED (
    SELECT person, session_id, min(moment) AS first_dose, max(moment) AS last_dose, sum(milligrams) AS milligrams,
           (array_agg(flat.day(written) ORDER BY moment DESC))[1] AS last_day, array_agg(DISTINCT product) AS products, array_agg(DISTINCT substance) AS substances,
           array_agg(DISTINCT route) AS routes
    FROM dose GROUP BY person, session_id
),
-- A session counts only when ketamine was given in it.
treated AS MATERIALIZED (
    SELECT v.*, g.first_dose, g.last_dose, g.last_day, g.milligrams, g.products, g.substances, g.routes
    FROM visit v JOIN given g ON g.session_id = v.id AND g.person = v.person
),
-- The latest body weight at or before the first dose; of two at the same moment the lower.
weighed AS (
    SELECT DISTINCT ON (t.id) t.id, w.kilograms
    FROM treated t JOIN weight w ON w.person = t.person AND w.moment <= t.first_dose
    ORDER BY t.id, w.moment DESC, w.kilograms
),
numbered AS (
    SELECT t.id, count(*) AS sessions
    FROM treated t JOIN treated e ON e.person = t.person AND e.moment <= t.moment
    GROUP BY t.id
),
accumulated AS (
    SELECT id, sum(milligrams) AS milligrams FROM (
        SELECT t.id, d.milligrams
        FROM treated t JOIN dose d ON d.person = t.person AND d.product = t.products[1] AND d.moment <= t.last_dose
        UNION ALL
        SELECT t.id, s.milligrams
        FROM treated t JOIN supply s ON s.person = t.person AND s.product = t.products[1] AND s.day <= t.last_day
    ) AS taken GROUP BY id
),
-- Each treated session with its dimensions.
session AS MATERIALIZED (
    SELECT t.person, t.clinic, t.id, t.course_id, t.moment, t.written, flat.day(t.written) AS day,
           jsonb_build_object(
               'sex', b.sex,
               'age-band', flat.age_band(left(t.written, 4)::integer - b.born),
               'substance', flat.one_of(t.substances),
               'route', flat.one_of(t.routes),
               'dose-band', CASE WHEN cardinality(t.products) > 1 THEN 'several'
                   ELSE flat.dose_band(t.milligrams / w.kilograms) END,
               'cumulative-dose-band', CASE WHEN cardinality(t.products) > 1 THEN 'several'
                   ELSE flat.cumulative_dose_band(a.milligrams) END,
               'sessions-so-far', flat.sessions_so_far_band(n.sessions),
               'setting', t.setting,
               'year', left(t.written, 4)) AS strata
    FROM treated t
    JOIN subject b ON b.person = t.person
    LEFT JOIN weighed w ON w.id = t.id
    LEFT JOIN numbered n ON n.id = t.id
    LEFT JOIN accumulated a ON a.id = t.id
),
session_in_period AS (
    SELECT s.* FROM session s, parameters q WHERE s.day BETWEEN q.first_day AND q.last_day
)
