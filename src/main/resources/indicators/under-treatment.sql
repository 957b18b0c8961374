-- Patients who are under treatment in the period. The clinic is that of the last session or supply.
, under_treatment AS MATERIALIZED (
    SELECT DISTINCT ON (a.person) a.person, a.clinic
    FROM (
        SELECT s.person, s.clinic, s.id, s.moment FROM session s, period q
        WHERE s.day BETWEEN q.first_day AND q.last_day
        UNION ALL
        SELECT s.person, s.clinic, s.id, s.moment FROM supply s, period q
        WHERE flat.falls_in(s.written, q.first_day, q.last_day)
    ) AS a
    ORDER BY a.person, a.moment DESC, a.id DESC
)
