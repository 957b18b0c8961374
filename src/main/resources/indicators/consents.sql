-- Courses begun in the period with the treatment consent that was in force when the first dose began. One that was
-- withdrawn later was in force then. Of several the last; of those of which none is known to be later, the id decides.
-- include courses
, consent_in_force AS (
    SELECT k.id AS course, t.*
    FROM course_begun k
    JOIN counted c ON c.person = k.person
    JOIN flat.treatment_consent t ON t.resource_id = c.id
    WHERE t.status IN ('active', 'inactive') AND t.decision = 'permit'
      AND flat.at_or_before(t.decided_at, t.decided_at_text, k.first_dose, k.written)
      AND (t.valid_until_text IS NULL
        OR NOT flat.at_or_before(t.valid_until, t.valid_until_text, k.first_dose, k.written))
),
consent_covering AS MATERIALIZED (
    SELECT DISTINCT ON (f.course) f.*
    FROM consent_in_force f
    WHERE NOT EXISTS (
        SELECT FROM consent_in_force l
        WHERE l.course = f.course
          AND NOT flat.at_or_before(l.decided_at, l.decided_at_text, f.decided_at, f.decided_at_text))
    ORDER BY f.course, f.id DESC
)
