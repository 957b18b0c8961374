-- Measure remission: a total at or under the threshold of the instrument, by time point.
-- include effect
, threshold (instrument, total) AS (
    VALUES ('madrs-total', 10), ('qids-sr16-total', 5), ('ham-d17-total', 7), ('44261-6', 4)
)
SELECT a.time_point AS group_code, p.population, a.id AS unit, a.person, a.clinic, m.strata
FROM assessment a
JOIN score_dimension m ON m.id = a.id
JOIN threshold t ON t.instrument = a.instrument
CROSS JOIN parameters q
CROSS JOIN LATERAL (VALUES
    ('initial-population', true),
    ('denominator', a.baseline > 0),
    ('denominator-exclusion', a.baseline > 0 AND a.baseline <= t.total),
    ('numerator', a.baseline > t.total AND a.total <= t.total)
) AS p (population, member)
WHERE p.member AND a.day BETWEEN q.first_day AND q.last_day
