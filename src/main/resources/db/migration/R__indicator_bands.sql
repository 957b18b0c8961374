-- The bands of the indicators' dimensions, as the guide's library KetamineRecords has them. The lower bound belongs to
-- a band, the upper does not.

CREATE OR REPLACE FUNCTION flat.age_band(age integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN age IS NULL THEN 'unknown'
        WHEN age < 18 THEN '0-17'
        WHEN age < 25 THEN '18-24'
        WHEN age < 35 THEN '25-34'
        WHEN age < 45 THEN '35-44'
        WHEN age < 55 THEN '45-54'
        WHEN age < 65 THEN '55-64'
        WHEN age < 75 THEN '65-74'
        ELSE '75-and-over'
    END
$$;

CREATE OR REPLACE FUNCTION flat.dose_band(milligrams_per_kilogram numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN milligrams_per_kilogram IS NULL THEN 'unknown'
        WHEN milligrams_per_kilogram < 0.25 THEN '0-0.25'
        WHEN milligrams_per_kilogram < 0.4 THEN '0.25-0.4'
        WHEN milligrams_per_kilogram < 0.6 THEN '0.4-0.6'
        WHEN milligrams_per_kilogram < 0.8 THEN '0.6-0.8'
        WHEN milligrams_per_kilogram < 1.0 THEN '0.8-1'
        WHEN milligrams_per_kilogram < 2.0 THEN '1-2'
        ELSE '2-and-over'
    END
$$;

CREATE OR REPLACE FUNCTION flat.cumulative_dose_band(milligrams numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN milligrams IS NULL THEN 'unknown'
        WHEN milligrams < 250 THEN '0-250'
        WHEN milligrams < 500 THEN '250-500'
        WHEN milligrams < 1000 THEN '500-1000'
        WHEN milligrams < 2500 THEN '1000-2500'
        WHEN milligrams < 5000 THEN '2500-5000'
        WHEN milligrams < 10000 THEN '5000-10000'
        ELSE '10000-and-over'
    END
$$;

CREATE OR REPLACE FUNCTION flat.sessions_so_far_band(sessions bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN sessions IS NULL OR sessions < 1 THEN 'unknown'
        WHEN sessions = 1 THEN '1'
        WHEN sessions <= 6 THEN '2-6'
        WHEN sessions <= 12 THEN '7-12'
        WHEN sessions <= 24 THEN '13-24'
        WHEN sessions <= 52 THEN '25-52'
        ELSE '53-and-over'
    END
$$;

-- In seconds since the last dose began.
CREATE OR REPLACE FUNCTION flat.time_since_session_band(elapsed bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN elapsed IS NULL OR elapsed < 0 THEN 'unknown'
        WHEN elapsed < 72000 THEN 'under-20-hours'
        WHEN elapsed < 172800 THEN '24-hours'
        WHEN elapsed < 432000 THEN '3-days'
        WHEN elapsed < 864000 THEN '7-days'
        WHEN elapsed < 1814400 THEN '14-days'
        ELSE '21-days-and-over'
    END
$$;

-- Of codes from the first to the last by the alphabet the one, 'several', or 'unknown' where there is none.
CREATE OR REPLACE FUNCTION flat.one_of(first_code text, last_code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN first_code IS NULL THEN 'unknown' WHEN first_code = last_code THEN first_code ELSE 'several' END
$$;

-- Whole seconds from one moment to another.
CREATE OR REPLACE FUNCTION flat.seconds_between(one timestamptz, other timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT trunc(extract(epoch FROM other - one))::bigint
$$;

-- The day that a time states, by the calendar where it was written; none where it states a year or a month alone.
CREATE OR REPLACE FUNCTION flat.day(written text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(written) >= 10
        THEN make_date(left(written, 4)::integer, substr(written, 6, 2)::integer, substr(written, 9, 2)::integer) END
$$;

-- Whether the day that a time states is in a period, as the guide's fallsIn has it. Of a year or a month alone it is
-- known only where all its days are.
CREATE OR REPLACE FUNCTION flat.falls_in(written text, first_day date, last_day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(written) >= 10 THEN flat.day(written) BETWEEN first_day AND last_day
        ELSE written COLLATE "C" > left(first_day::text, length(written))
            AND written COLLATE "C" < left(last_day::text, length(written)) END
$$;

-- Whether a moment is at or before another, as the guide's At Or Before has it: where one is known by its day alone,
-- the day decides; where a year or a month is all that is known, another one, and of the same nobody knows.
CREATE OR REPLACE FUNCTION flat.at_or_before(earlier timestamptz, earlier_written text, later timestamptz, later_written text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN length(earlier_written) > 10 AND length(later_written) > 10 THEN earlier <= later
        WHEN length(earlier_written) >= 10 AND length(later_written) >= 10
            THEN flat.day(earlier_written) <= flat.day(later_written)
        ELSE nullif(left(earlier_written, least(length(earlier_written), length(later_written))),
                left(later_written, least(length(earlier_written), length(later_written)))) COLLATE "C"
            < left(later_written, least(length(earlier_written), length(later_written)))
    END
$$;

-- The first day that a time may mean: of a year or a month alone its first.
CREATE OR REPLACE FUNCTION flat.first_day(written text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT make_date(left(written, 4)::integer, coalesce(nullif(substr(written, 6, 2), ''), '01')::integer,
        coalesce(nullif(substr(written, 9, 2), ''), '01')::integer)
$$;

-- The first day by which something has happened for certain: the day that a time states, or the one after the year or
-- the month that is all that is known.
CREATE OR REPLACE FUNCTION flat.certain_day(written text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (flat.first_day(written) + CASE length(written) WHEN 4 THEN interval '1 year' WHEN 7 THEN interval '1 month'
        ELSE interval '0' END)::date
$$;
