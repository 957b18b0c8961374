-- Who may be counted, and what is known of each person. The relations of this folder say what the records of the
-- registry say, in the words that the indicators use, whatever period is asked for: the libraries of the guide over the
-- flat tables. A cut keeps them as tables; a question about the moment has them as common table expressions. They are
-- read in the order persons, treatment, effect, events, courses, monitoring, exposure, and begin with
--   moment (as_of, basis, adverse_effects)
-- the moment for which consents count; by which right the registry holds records: statutory, opt-out or opt-in; and the
-- codes of the value set of adverse effects, each as system|code.

-- The patients' decisions, as consent.SharingDecision has them (R16): of those in force the latest counts, on a tie a
-- denial; a permission without capacity permits nothing; a withdrawal is a denial from its date on.
decision AS (
    SELECT p.person, d.purpose, d.decided_at AS dated, d.decision = 'deny' AS denied
    FROM flat.sharing_decision d
    JOIN flat.person p USING (patient_id)
    CROSS JOIN moment q
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
    CROSS JOIN moment q
    WHERE d.status = 'inactive' AND d.decided_at <= q.as_of AND COALESCE(d.consent_valid_until, d.decided_at) <= q.as_of
),
decided AS (
    SELECT DISTINCT ON (person, purpose) person, purpose, denied
    FROM decision ORDER BY person, purpose, dated DESC, denied DESC
),
-- Whom each Patient resource stands for; the relations know a person by a number. The network counts those who permit
-- that, too (R20).
person_counted AS MATERIALIZED (
    SELECT p.patient_id, dense_rank() OVER (ORDER BY p.person)::integer AS person, p.person AS person_key,
           a.denied IS FALSE AS permits_network
    FROM flat.person p
    CROSS JOIN moment q
    LEFT JOIN decided n ON n.person = p.person AND n.purpose = 'national-registry'
    LEFT JOIN decided a ON a.person = p.person AND a.purpose = 'network-aggregate'
    WHERE CASE q.basis WHEN 'statutory' THEN true WHEN 'opt-out' THEN n.denied IS NOT TRUE ELSE n.denied IS FALSE END
),
person_known AS MATERIALIZED (
    SELECT DISTINCT person, person_key FROM person_counted
),
-- What is held for drug safety alone counts in no indicator.
for_safety_alone AS (
    SELECT id FROM registry.record WHERE safety_only
),
-- Where a person has a Patient resource at several clinics, the one with the least id tells sex, birth and death. Of a
-- death without a date nobody knows when it was.
subject AS MATERIALIZED (
    SELECT DISTINCT ON (c.person) c.person, COALESCE(t.sex, 'unknown') AS sex,
           left(t.birth_date_text, 4)::integer AS born, t.deceased AS died,
           left(t.deceased_at_text, 10) AS died_written
    FROM flat.patient t
    JOIN person_counted c ON c.patient_id = t.id
    WHERE t.resource_id NOT IN (SELECT id FROM for_safety_alone)
    ORDER BY c.person, t.id
),
