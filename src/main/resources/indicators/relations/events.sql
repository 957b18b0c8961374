-- Adverse events with the sessions to which they belong, whose day they count by.

report AS MATERIALIZED (
    SELECT c.person, e.clinic, e.id, e.session_id, e.occurred_at AS moment, e.occurred_at_text AS written,
           e.seriousness, COALESCE(e.grade, 'unknown') AS grade
    FROM flat.adverse_event e
    JOIN person_counted c USING (patient_id)
    WHERE NOT e.nullified AND e.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
-- An event belongs to the session that it names; where it names none, to the last that began before it.
named AS (
    SELECT e.id, s.id AS session
    FROM report e JOIN session s ON s.person = e.person AND s.id = e.session_id
),
belonging AS (
    SELECT id, session FROM named
    UNION ALL
    SELECT id, session
    FROM (
        SELECT DISTINCT ON (e.id) e.id, s.id AS session
        FROM report e JOIN session s ON s.person = e.person
          AND flat.at_or_before(s.moment, s.written, e.moment, e.written)
        WHERE NOT EXISTS (SELECT FROM named n WHERE n.id = e.id)
        ORDER BY e.id, s.moment DESC, s.id DESC
    ) AS last
),
since AS (
    SELECT e.id, flat.seconds_between(max(d.moment), e.moment) AS elapsed
    FROM report e JOIN dose d ON d.person = e.person AND d.moment <= e.moment
    GROUP BY e.id, e.moment
),
term AS (
    SELECT DISTINCT ON (t.adverse_event_id) t.adverse_event_id AS id, t.term
    FROM flat.adverse_event_term t, moment q
    WHERE t.term_system || '|' || t.term = ANY (q.adverse_effects)
    ORDER BY t.adverse_event_id, t.row_index
),
event AS MATERIALIZED (
    SELECT e.person, e.clinic, e.id, e.seriousness, e.grade, s.day, s.strata || jsonb_build_object(
               'event-term', COALESCE(t.term, 'not-listed'),
               'time-since-session', CASE WHEN length(e.written) > 10 THEN flat.time_since_session_band(n.elapsed)
                   ELSE 'unknown' END) AS strata
    FROM report e
    JOIN belonging b ON b.id = e.id
    JOIN session s ON s.id = b.session
    LEFT JOIN since n ON n.id = e.id
    LEFT JOIN term t ON t.id = e.id
),
-- That a patient craves or misuses ketamine: an adverse event of that kind, a craving rating of 7 or more of 10, or a
-- misuse assessment that suspects or confirms it.
sign_of_misuse AS MATERIALIZED (
    SELECT e.person, e.written
    FROM report e
    JOIN flat.adverse_event_term t ON t.adverse_event_id = e.id
    WHERE t.term_system = 'https://ketamine-registry.example/fhir/CodeSystem/adverse-effect-cs'
      AND t.term IN ('craving', 'misuse', 'diversion', 'dependence')
    UNION
    SELECT c.person, s.measured_at_text
    FROM flat.score s
    JOIN person_counted c USING (patient_id)
    WHERE s.code = 'craving-rating' AND s.total >= 7
      AND s.status NOT IN ('entered-in-error', 'cancelled')
      AND s.resource_id NOT IN (SELECT id FROM for_safety_alone)
    UNION
    SELECT c.person, a.assessed_at_text
    FROM flat.assessment a
    JOIN person_counted c USING (patient_id)
    WHERE a.code = 'misuse-assessment' AND a.result IN ('suspected', 'confirmed')
      AND a.status NOT IN ('entered-in-error', 'cancelled')
      AND a.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
