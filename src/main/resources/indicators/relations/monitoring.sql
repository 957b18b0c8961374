-- What was measured, and what the rules of practice found.

pressure AS MATERIALIZED (
    SELECT c.person, m.id, m.session_id, m.timing, m.measured_at AS moment, m.systolic, m.diastolic
    FROM flat.measurement m
    JOIN person_counted c USING (patient_id)
    WHERE m.code = '85354-9' AND m.status NOT IN ('entered-in-error', 'cancelled')
      AND m.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
pressure_before AS (
    SELECT DISTINCT ON (person, session_id) * FROM pressure WHERE timing = 'before'
    ORDER BY person, session_id, moment DESC, id DESC
),
-- Sessions with pressures before and after the dose: a rise of 40 mm[Hg] systolic or 25 mm[Hg] diastolic above the last
-- measurement before it.
pressure_rise AS MATERIALIZED (
    SELECT s.person, s.id AS session_id, s.day,
           bool_or(p.systolic >= b.systolic + 40 OR p.diastolic >= b.diastolic + 25) AS raised
    FROM pressure_before b JOIN pressure p
      ON p.person = b.person AND p.session_id = b.session_id AND p.timing IN ('during', 'after')
    JOIN session s ON s.person = b.person AND s.id = b.session_id
    GROUP BY s.person, s.id, s.day
),
monitored AS (
    SELECT person, session_id, count(DISTINCT what) AS kinds
    FROM (
        SELECT person, session_id, timing AS what FROM pressure WHERE timing IN ('before', 'during', 'after')
        UNION ALL
        SELECT c.person, s.session_id, s.code
        FROM flat.score s
        JOIN person_counted c USING (patient_id)
        WHERE s.code IN ('moaa-s', 'cadss-subjective-total') AND s.status NOT IN ('entered-in-error', 'cancelled')
          AND s.resource_id NOT IN (SELECT id FROM for_safety_alone)
    ) AS measured GROUP BY person, session_id
),
-- A session that still goes on cannot be complete yet. Complete is one with pressures before, during and after the dose,
-- sedation, dissociation, and the moment at which the patient was fit to leave.
monitoring AS MATERIALIZED (
    SELECT s.person, s.clinic, s.id, s.day, s.finished, s.finished AND s.fit_to_leave AND m.kinds = 5 AS complete,
           s.strata || jsonb_build_object('clinic', s.clinic_id) AS strata
    FROM session s
    LEFT JOIN monitored m ON m.session_id = s.id AND m.person = s.person
),
liver_test AS MATERIALIZED (
    SELECT c.person, flat.day(m.measured_at_text) AS day, m.measured_value >= 3 * m.upper_limit AS raised
    FROM flat.measurement m
    JOIN person_counted c USING (patient_id)
    WHERE m.code = '1742-6' AND m.status NOT IN ('entered-in-error', 'cancelled')
      AND m.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
finding AS MATERIALIZED (
    SELECT c.person, f.id, f.rule, f.identified_at_text AS written
    FROM flat.finding f
    JOIN person_counted c USING (patient_id)
    WHERE f.rule IN ('information-sheet-outdated', 'review-overdue')
      AND f.status NOT IN ('cancelled', 'entered-in-error')
      AND f.resource_id NOT IN (SELECT id FROM for_safety_alone)
),
-- Courses with a dose of which a rule found that the patient's information sheet was outdated.
sheet_outdated AS MATERIALIZED (
    SELECT DISTINCT d.person, d.course_id
    FROM finding f
    JOIN flat.finding_record i ON i.finding_id = f.id
    JOIN dose_in_course d ON d.id = i.administration_id AND d.person = f.person
    WHERE f.rule = 'information-sheet-outdated'
),
