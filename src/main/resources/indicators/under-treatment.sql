-- Patients who are under treatment in the period. The clinic is that of the last session or supply.
, under_treatment AS MATERIALIZED (
    SELECT DISTINCT ON (a.person) a.person, a.clinic
    FROM (
        SELECT person, clinic, id, moment, day FROM session
        UNION ALL
        SELECT person, clinic, id, moment, day FROM supply
    ) AS a
    CROSS JOIN period q
    WHERE a.day BETWEEN q.first_day AND q.last_day
    ORDER BY a.person, a.moment DESC, a.id DESC
)
