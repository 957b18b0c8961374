-- Adverse events of the period's sessions, with the sessions to which they belong.
, report AS MATERIALIZED (
    SELECT c.person, e.clinic, e.id, e.session_id, e.occurred_at AS moment, e.occurred_at_text AS written,
           flat.day(e.occurred_at_text) AS day, e.seriousness, COALESCE(e.grade, 'unknown') AS grade
    FROM flat.adverse_event e JOIN counted c ON c.id = e.resource_id
    WHERE NOT e.nullified
),
-- An event belongs to the session that it names; where it names none, to the last that began before it.
belonging AS (
    SELECT DISTINCT ON (e.id) e.id, s.id AS session
    FROM report e JOIN session s ON s.person = e.person
      AND (s.id = e.session_id
        OR flat.at_or_before(s.moment, s.written, e.moment, e.written))
    ORDER BY e.id, (s.id = e.session_id) DESC NULLS LAST, s.moment DESC, s.id DESC
),
since AS (
    SELECT e.id, flat.seconds_between(max(d.moment), e.moment) AS elapsed
    FROM report e JOIN dose d ON d.person = e.person AND d.moment <= e.moment
    GROUP BY e.id, e.moment
),
term AS (
    SELECT DISTINCT ON (t.adverse_event_id) t.adverse_event_id AS id, t.term
    FROM flat.adverse_event_term t, parameters q
    WHERE t.term_system || '|' || t.term = ANY (q.adverse_effects)
    ORDER BY t.adverse_event_id, t.row_index
),
event AS (
    SELECT e.*, s.strata || jsonb_build_object(
               'event-term', COALESCE(t.term, 'not-listed'),
               'time-since-session', CASE WHEN length(e.written) > 10 THEN flat.time_since_session_band(n.elapsed)
                   ELSE 'unknown' END) AS strata
    FROM report e
    JOIN belonging b ON b.id = e.id
    JOIN session_in_period s ON s.id = b.session
    LEFT JOIN since n ON n.id = e.id
    LEFT JOIN term t ON t.id = e.id
)
