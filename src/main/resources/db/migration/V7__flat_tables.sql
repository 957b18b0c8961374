-- The flat tables: what the guide's views (SQL on FHIR, ViewDefinitions) make of each resource, written
-- in the transaction that writes the resource. A test holds the columns to the views.
--
-- Every row begins the same. resource_id and resource_version: of which version of which resource it is, of the
-- view's one type. row_index: which of the rows of that resource. person and clinic: whose the record is, as in
-- registry.record; pseudonyms that are linked are one person, which flat.person says. A day or a moment stands as
-- the first one that it may mean, and beside it (_text) as it was written, from which precision, offset and the
-- calendar at the place of treatment are read.
CREATE SCHEMA flat;

-- By which views the tables were filled: others have them filled anew at the next start.
CREATE TABLE flat.filled (
    views     text PRIMARY KEY,
    filled_at timestamptz NOT NULL
);

-- Whom the Patient resource of a clinic stands for. Of pseudonyms that are linked the least stands for all, so a
-- person who is treated at two clinics counts once, and no row changes when a link is made or taken back.
CREATE VIEW flat.person AS
WITH RECURSIVE same (person, other) AS (
    SELECT person, same_as FROM registry.pseudonym_link WHERE undone_at IS NULL
    UNION
    SELECT same_as, person FROM registry.pseudonym_link WHERE undone_at IS NULL
    UNION
    SELECT s.person, CASE WHEN l.person = s.other THEN l.same_as ELSE l.person END
    FROM same s JOIN registry.pseudonym_link l ON l.undone_at IS NULL AND s.other IN (l.person, l.same_as)
), least_of AS (
    SELECT person, least(person, min(other)) AS one FROM same GROUP BY person
)
SELECT r.id AS patient_id, r.owner AS clinic, COALESCE(l.one, r.person) AS person
FROM registry.record r LEFT JOIN least_of l ON l.person = r.person
WHERE r.resource_type = 'Patient';

-- One row for each administration.
CREATE TABLE flat.administration (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    id                uuid,
    patient_id        uuid,
    session_id        uuid,
    status            text,
    stop_reason       text,
    directly_observed boolean,
    started_at        timestamptz,
    started_at_text   text,
    ended_at          timestamptz,
    ended_at_text     text,
    route             text,
    milligrams        numeric,
    rate              numeric,
    rate_unit         text,
    substance         text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX administration_patient ON flat.administration (patient_id);
CREATE INDEX administration_session ON flat.administration (session_id);

-- One row for each adverse event.
CREATE TABLE flat.adverse_event (
    resource_id            uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version       integer NOT NULL,
    row_index              integer NOT NULL,
    person                 text,
    clinic                 uuid,
    id                     uuid,
    patient_id             uuid,
    session_id             uuid,
    occurred_at            timestamptz,
    occurred_at_text       text,
    detected_at            timestamptz,
    detected_at_text       text,
    recorded_at            timestamptz,
    recorded_at_text       text,
    nullified              boolean,
    seriousness            text,
    severity               text,
    outcome                text,
    resolved_at            timestamptz,
    resolved_at_text       text,
    grade                  text,
    listedness             text,
    reporter_qualification text,
    course_id              uuid,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX adverse_event_patient ON flat.adverse_event (patient_id);

-- One row for each criterion by which an adverse event is serious.
CREATE TABLE flat.adverse_event_criterion (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    adverse_event_id uuid,
    patient_id       uuid,
    criterion        text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX adverse_event_criterion_patient ON flat.adverse_event_criterion (patient_id);

-- One row for each administration or product that is suspected of an adverse event.
CREATE TABLE flat.adverse_event_suspect (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    adverse_event_id  uuid,
    patient_id        uuid,
    administration_id uuid,
    causality         text,
    causality_method  text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX adverse_event_suspect_patient ON flat.adverse_event_suspect (patient_id);

-- One row for each code of an adverse event.
CREATE TABLE flat.adverse_event_term (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    adverse_event_id uuid,
    patient_id       uuid,
    term_system      text,
    term             text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX adverse_event_term_patient ON flat.adverse_event_term (patient_id);

-- One row for each observation whose value is a code: suicidality, misuse, drug screens.
CREATE TABLE flat.assessment (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    id               uuid,
    patient_id       uuid,
    session_id       uuid,
    status           text,
    code             text,
    assessed_at      timestamptz,
    assessed_at_text text,
    result           text,
    worst_ideation   integer,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX assessment_patient ON flat.assessment (patient_id);

-- One row for each clinic.
CREATE TABLE flat.clinic (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    id                uuid,
    clinic_identifier text,
    country           text,
    active            boolean,
    PRIMARY KEY (resource_id, row_index)
);

-- One row for each comorbidity or contraindication.
CREATE TABLE flat.comorbidity (
    resource_id         uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version    integer NOT NULL,
    row_index           integer NOT NULL,
    person              text,
    clinic              uuid,
    id                  uuid,
    patient_id          uuid,
    clinical_status     text,
    verification_status text,
    category            text,
    condition           text,
    onset_at            timestamptz,
    onset_at_text       text,
    abated_at           timestamptz,
    abated_at_text      text,
    recorded_on         timestamptz,
    recorded_on_text    text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX comorbidity_patient ON flat.comorbidity (patient_id);

-- One row for each medicine that is taken beside ketamine.
CREATE TABLE flat.concomitant_medication (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    id               uuid,
    patient_id       uuid,
    status           text,
    medication_class text,
    started_at       timestamptz,
    started_at_text  text,
    ended_at         timestamptz,
    ended_at_text    text,
    asserted_on      timestamptz,
    asserted_on_text text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX concomitant_medication_patient ON flat.concomitant_medication (patient_id);

-- One row for each course of treatment.
CREATE TABLE flat.course (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    id                uuid,
    patient_id        uuid,
    clinic_id         uuid,
    status            text,
    started_at        timestamptz,
    started_at_text   text,
    ended_at          timestamptz,
    ended_at_text     text,
    indication        text,
    failed_treatments integer,
    funding           text,
    incentive_offered boolean,
    end_reason        text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX course_patient ON flat.course (patient_id);

-- One row for each kind of treatment that a patient had before a course.
CREATE TABLE flat.course_prior_treatment (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    course_id        uuid,
    patient_id       uuid,
    treatment        text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX course_prior_treatment_patient ON flat.course_prior_treatment (patient_id);

-- One row for each finding of a practice rule.
CREATE TABLE flat.finding (
    resource_id        uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version   integer NOT NULL,
    row_index          integer NOT NULL,
    person             text,
    clinic             uuid,
    id                 uuid,
    patient_id         uuid,
    status             text,
    rule               text,
    severity           text,
    identified_at      timestamptz,
    identified_at_text text,
    rule_set           text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX finding_patient ON flat.finding (patient_id);

-- One row for each record that a finding is about.
CREATE TABLE flat.finding_record (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    finding_id        uuid,
    patient_id        uuid,
    record_reference  text,
    administration_id uuid,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX finding_record_patient ON flat.finding_record (patient_id);

-- One row for each measurement with a unit: vital signs, body weight, laboratory results.
CREATE TABLE flat.measurement (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    id               uuid,
    patient_id       uuid,
    session_id       uuid,
    status           text,
    code             text,
    measured_at      timestamptz,
    measured_at_text text,
    timing           text,
    measured_value   numeric,
    measured_unit    text,
    systolic         numeric,
    diastolic        numeric,
    upper_limit      numeric,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX measurement_patient ON flat.measurement (patient_id);

-- One row for each patient of a clinic.
CREATE TABLE flat.patient (
    resource_id        uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version   integer NOT NULL,
    row_index          integer NOT NULL,
    person             text,
    clinic             uuid,
    id                 uuid,
    registry_pseudonym text,
    clinic_pseudonym   text,
    clinic_id          uuid,
    sex                text,
    birth_date         date,
    birth_date_text    text,
    deceased           boolean,
    deceased_at        timestamptz,
    deceased_at_text   text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX patient_person ON flat.patient (person);

-- One row for each prescription of ketamine.
CREATE TABLE flat.prescription (
    resource_id       uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version  integer NOT NULL,
    row_index         integer NOT NULL,
    person            text,
    clinic            uuid,
    id                uuid,
    patient_id        uuid,
    status            text,
    authored_on       timestamptz,
    authored_on_text  text,
    course_id         uuid,
    category          text,
    prescriber_id     uuid,
    route             text,
    dose_milligrams   numeric,
    supply_milligrams numeric,
    supply_days       numeric,
    repeats           integer,
    substance         text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX prescription_patient ON flat.prescription (patient_id);

-- One row for each review by the prescriber.
CREATE TABLE flat.review (
    resource_id      uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version integer NOT NULL,
    row_index        integer NOT NULL,
    person           text,
    clinic           uuid,
    id               uuid,
    patient_id       uuid,
    course_id        uuid,
    clinic_id        uuid,
    status           text,
    started_at       timestamptz,
    started_at_text  text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX review_patient ON flat.review (patient_id);

-- One row for each score of an instrument: depression, anxiety, bladder symptoms, sedation, dissociation and others whose value is a whole number.
CREATE TABLE flat.score (
    resource_id        uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version   integer NOT NULL,
    row_index          integer NOT NULL,
    person             text,
    clinic             uuid,
    id                 uuid,
    patient_id         uuid,
    session_id         uuid,
    status             text,
    code               text,
    measured_at        timestamptz,
    measured_at_text   text,
    timing             text,
    total              integer,
    recall_value       numeric,
    recall_unit        text,
    instrument_version text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX score_patient ON flat.score (patient_id);

-- One row for each session.
CREATE TABLE flat.session (
    resource_id          uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version     integer NOT NULL,
    row_index            integer NOT NULL,
    person               text,
    clinic               uuid,
    id                   uuid,
    patient_id           uuid,
    course_id            uuid,
    clinic_id            uuid,
    status               text,
    setting              text,
    started_at           timestamptz,
    started_at_text      text,
    ended_at             timestamptz,
    ended_at_text        text,
    session_number       integer,
    fit_to_leave_at      timestamptz,
    fit_to_leave_at_text text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX session_patient ON flat.session (patient_id);
CREATE INDEX session_started ON flat.session (started_at);

-- One row for each purpose of the record that a patient permits or denies.
CREATE TABLE flat.sharing_decision (
    resource_id               uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version          integer NOT NULL,
    row_index                 integer NOT NULL,
    person                    text,
    clinic                    uuid,
    consent_id                uuid,
    patient_id                uuid,
    clinic_id                 uuid,
    status                    text,
    decided_at                timestamptz,
    decided_at_text           text,
    capacity                  text,
    capacity_assessed_on      date,
    capacity_assessed_on_text text,
    representative            text,
    consent_valid_from        timestamptz,
    consent_valid_from_text   text,
    consent_valid_until       timestamptz,
    consent_valid_until_text  text,
    decision                  text,
    valid_from                timestamptz,
    valid_from_text           text,
    valid_until               timestamptz,
    valid_until_text          text,
    purpose                   text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX sharing_decision_patient ON flat.sharing_decision (patient_id);

-- One row for each supply that a patient took home.
CREATE TABLE flat.supply (
    resource_id         uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version    integer NOT NULL,
    row_index           integer NOT NULL,
    person              text,
    clinic              uuid,
    id                  uuid,
    patient_id          uuid,
    session_id          uuid,
    status              text,
    handed_over_at      timestamptz,
    handed_over_at_text text,
    route               text,
    milligrams          numeric,
    days                numeric,
    substance           text,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX supply_patient ON flat.supply (patient_id);

-- One row for each consent to treatment.
CREATE TABLE flat.treatment_consent (
    resource_id               uuid NOT NULL REFERENCES registry.record ON DELETE CASCADE,
    resource_version          integer NOT NULL,
    row_index                 integer NOT NULL,
    person                    text,
    clinic                    uuid,
    id                        uuid,
    patient_id                uuid,
    clinic_id                 uuid,
    status                    text,
    decided_at                timestamptz,
    decided_at_text           text,
    capacity                  text,
    capacity_assessed_on      date,
    capacity_assessed_on_text text,
    representative            text,
    decision                  text,
    valid_from                timestamptz,
    valid_from_text           text,
    valid_until               timestamptz,
    valid_until_text          text,
    consultation_date         date,
    consultation_date_text    text,
    information_sheet         text,
    written                   boolean,
    options_discussed         boolean,
    advocate_present          text,
    freely_given              boolean,
    information_confirmed     boolean,
    PRIMARY KEY (resource_id, row_index)
);
CREATE INDEX treatment_consent_patient ON flat.treatment_consent (patient_id);
