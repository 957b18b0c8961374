package org.ketamineregistry.server;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Invented persons with sessions, straight in the tables that indicators are counted from, in a
 * quarter of their own. Every fourth person is of one of four clinics; of every five, two had
 * nausea after their first session.
 */
final class TreatedCohort {
  private final JdbcTemplate jdbc;
  private final String name = "cohort-" + UUID.randomUUID();
  private final String day;

  /**
   * @param day the day of the first session, in the quarter that is asked about
   */
  TreatedCohort(JdbcTemplate jdbc, String day) {
    this.jdbc = jdbc;
    this.day = day;
  }

  /** Adds persons of a sex, each with two sessions. */
  TreatedCohort with(int persons, String sex) {
    for (int i = 0; i < persons; i++) {
      person(sex, i);
    }
    return this;
  }

  private void person(String sex, int number) {
    UUID clinic =
        UUID.nameUUIDFromBytes((name + "clinic" + number % 4).getBytes(StandardCharsets.UTF_8));
    String person = name + " " + sex + " " + number;
    UUID patient = record("Patient", clinic, null, person);
    jdbc.update(
        """
        INSERT INTO flat.patient (resource_id, resource_version, row_index, person, clinic, id, sex, birth_date_text)
        VALUES (?, 1, 0, ?, ?, ?, ?, '1980')
        """,
        patient,
        person,
        clinic,
        patient,
        sex);
    UUID first = session(patient, person, clinic, day + "T10:00:00Z");
    session(patient, person, clinic, day + "T15:00:00Z");
    if (number % 5 < 2) {
      UUID event = record("AdverseEvent", clinic, patient, person);
      jdbc.update(
          """
          INSERT INTO flat.adverse_event (resource_id, resource_version, row_index, person, clinic, id, patient_id,
            session_id, occurred_at, occurred_at_text, nullified, seriousness, grade)
          VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?::timestamptz, ?, false, 'non-serious', 'C41338')
          """,
          event,
          person,
          clinic,
          event,
          patient,
          first,
          day + "T11:00:00Z",
          day + "T11:00:00Z");
    }
  }

  private UUID session(UUID patient, String person, UUID clinic, String at) {
    UUID session = record("Encounter", clinic, patient, person);
    jdbc.update(
        """
        INSERT INTO flat.session (resource_id, resource_version, row_index, person, clinic, id, patient_id, status,
          setting, started_at, started_at_text)
        VALUES (?, 1, 0, ?, ?, ?, ?, 'finished', 'AMB', ?::timestamptz, ?)
        """,
        session,
        person,
        clinic,
        session,
        patient,
        at,
        at);
    UUID dose = record("MedicationAdministration", clinic, patient, person);
    jdbc.update(
        """
        INSERT INTO flat.administration (resource_id, resource_version, row_index, person, clinic, id, patient_id,
          session_id, status, started_at, started_at_text, route, milligrams, substance)
        VALUES (?, 1, 0, ?, ?, ?, ?, ?, 'completed', ?::timestamptz, ?, '46713006', 56, 'esketamine')
        """,
        dose,
        person,
        clinic,
        dose,
        patient,
        session,
        at,
        at);
    return session;
  }

  private UUID record(String type, @Nullable UUID clinic, @Nullable UUID patient, String person) {
    UUID id = UUID.randomUUID();
    jdbc.update(
        "INSERT INTO registry.record (id, resource_type, owner, patient, person) VALUES (?, ?, ?, ?, ?)",
        id,
        type,
        clinic,
        patient == null ? id : patient,
        person);
    return id;
  }

  /** Some persons object to the registry from now on. */
  void withdraw(int persons, String sex) {
    decide(persons, sex, "deny", "national-registry");
  }

  /** Some persons permit that the network is told of them. */
  void permitNetwork(int persons, String sex) {
    decide(persons, sex, "permit", "network-aggregate");
  }

  private void decide(int persons, String sex, String decision, String purpose) {
    for (int i = 0; i < persons; i++) {
      String person = name + " " + sex + " " + i;
      UUID patient =
          jdbc.queryForObject(
              "SELECT id FROM registry.record WHERE person = ? AND resource_type = 'Patient'",
              UUID.class,
              person);
      UUID consent = record("Consent", null, patient, person);
      jdbc.update(
          """
          INSERT INTO flat.sharing_decision (resource_id, resource_version, row_index, person, patient_id, status,
            decided_at, capacity, decision, purpose)
          VALUES (?, 1, 0, ?, ?, 'active', now() - interval '1 day', 'has-capacity', ?, ?)
          """,
          consent,
          person,
          patient,
          decision,
          purpose);
    }
  }

  /** Takes all away, since other tests are about the same registry. */
  void remove() {
    jdbc.update("DELETE FROM registry.record WHERE person LIKE ?", name + "%");
  }
}
