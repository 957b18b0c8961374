package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.indicator.CaseNotes.NASAL;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions and patients, and the dimensions by which they are divided, counted by hand. */
class SessionIndicatorsTest {
  private final CaseNotes notes = CaseNotes.ofAPatient().course("course");

  @Test
  void aSessionCountsInThePeriodInWhichItBegins() {
    notes
        .treated("last-of-june", "course", "2026-06-30T23:59:00+01:00", 35)
        .treated("first-of-july", "course", "2026-07-01T00:00:00+01:00", 35)
        .treated("last-of-september", "course", "2026-09-30T23:59:59+01:00", 35)
        .treated("first-of-october", "course", "2026-10-01T00:00:00+01:00", 35);
    assertThat(sessions()).containsExactly("first-of-july", "last-of-september");
  }

  /** At both places it is July there, and June or October in Greenwich. */
  @Test
  void thePlaceOfTreatmentDecidesTheDay() {
    notes
        .treated("auckland", "course", "2026-07-01T08:00:00+12:00", 35)
        .treated("honolulu", "course", "2026-09-30T20:00:00-10:00", 35)
        .treated("june-in-honolulu", "course", "2026-06-30T20:00:00-10:00", 35);
    assertThat(sessions()).containsExactly("auckland", "honolulu");
    assertThat(indicators().of("Year", notes.record("honolulu"))).isEqualTo("2026");
  }

  @Test
  void aSessionCountsOnlyWhereKetamineWasGiven() {
    notes
        .session("not-given", "course", "2026-07-06T10:00:00+01:00")
        .dose("planned", "not-given", "2026-07-06T10:10:00+01:00", 35)
        .status("planned", MedicationAdministrationStatus.NOTDONE)
        .session("in-error", "course", "2026-07-07T10:00:00+01:00")
        .dose("mistake", "in-error", "2026-07-07T10:10:00+01:00", 35)
        .status("mistake", MedicationAdministrationStatus.ENTEREDINERROR)
        .session("empty", "course", "2026-07-08T10:00:00+01:00")
        .treated("mistaken", "course", "2026-07-09T10:00:00+01:00", 35)
        .status("mistaken", EncounterStatus.ENTEREDINERROR)
        .treated("cancelled", "course", "2026-07-10T10:00:00+01:00", 35)
        .status("cancelled", EncounterStatus.CANCELLED)
        .treated("stopped", "course", "2026-07-11T10:00:00+01:00", 12)
        .stopped("stopped-dose", "adverse-effect")
        .treated("in-progress", "course", "2026-07-12T10:00:00+01:00", 35)
        .status("in-progress-dose", MedicationAdministrationStatus.INPROGRESS);
    assertThat(sessions()).containsExactly("in-progress", "stopped");
  }

  @Test
  void aSessionWithTwoDosesIsOne() {
    notes
        .treated("twice", "course", "2026-07-06T10:00:00+01:00", 28)
        .dose("second", "twice", "2026-07-06T10:05:00+01:00", 28);
    assertThat(sessions()).containsExactly("twice");
  }

  @Test
  void aPatientIsTreatedWhereASessionIs() {
    assertThat(indicators().truth("Patient Treated in Period")).isFalse();
    notes.treated("session", "course", "2026-07-06T10:00:00+01:00", 35);
    assertThat(indicators().truth("Patient Treated in Period")).isTrue();
    assertThat(indicators().value("Patient Age Band")).isEqualTo("45-54");
    assertThat(indicators().value("Patient Substance")).isEqualTo("racemic-ketamine");
    assertThat(indicators().value("Patient Sex")).isEqualTo("female");
  }

  @Test
  void theDoseIsThatOfTheSessionByTheLatestWeightBeforeIt() {
    notes
        .weight("light", "2026-05-01T10:00:00+01:00", 60)
        .weight("heavy", "2026-07-06T10:00:00+01:00", 80)
        .weight("later", "2026-07-06T10:00:01+01:00", 40)
        .treated("session", "course", "2026-07-06T10:00:00+01:00", 20)
        .dose("second", "session", "2026-07-06T10:30:00+01:00", 20);
    assertThat(dimension("Dose Band")).isEqualTo("0.4-0.6");
  }

  @Test
  void withoutAWeightTheDoseIsUnknown() {
    notes.treated("session", "course", "2026-07-06T10:00:00+01:00", 35);
    assertThat(dimension("Dose Band")).isEqualTo("unknown");
  }

  @Test
  void substancesAndRoutesAreNeverAddedUp() {
    notes
        .weight("weight", "2026-07-01T10:00:00+01:00", 70)
        .treated("session", "course", "2026-07-06T10:00:00+01:00", 35)
        .dose("nasal", "session", "2026-07-06T11:00:00+01:00", 56, "esketamine", NASAL);
    assertThat(dimension("Substance")).isEqualTo("several");
    assertThat(dimension("Route")).isEqualTo("several");
    assertThat(dimension("Dose Band")).isEqualTo("several");
    assertThat(dimension("Cumulative Dose Band")).isEqualTo("several");
  }

  @Test
  void theCumulativeDoseIsOfTheSubstanceAndRouteOfTheSession() {
    notes
        .treated("first", "course", "2026-06-01T10:00:00+01:00", 215)
        .session("other", "course", "2026-06-08T10:00:00+01:00")
        .dose("spray", "other", "2026-06-08T10:00:00+01:00", 84, "esketamine", NASAL)
        .treated("session", "course", "2026-07-06T10:00:00+01:00", 35)
        .treated("later", "course", "2026-07-13T10:00:00+01:00", 35);
    assertThat(dimension("Cumulative Dose Band")).isEqualTo("250-500");
    assertThat(indicators().of("Cumulative Dose Band", notes.record("first"))).isEqualTo("0-250");
    assertThat(dimension("Sessions So Far")).isEqualTo("2-6");
    assertThat(indicators().of("Sessions So Far", notes.record("first"))).isEqualTo("1");
    assertThat(dimension("Setting")).isEqualTo("AMB");
  }

  private List<String> sessions() {
    return indicators().ids("Treated Sessions in Period");
  }

  private @Nullable Object dimension(String name) {
    return indicators().of(name, notes.record("session"));
  }

  private Cql indicators() {
    return new Cql(
        "SessionIndicators", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), notes.records());
  }
}
