package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A transaction of what one item of a source says. */
class DraftTest {
  private static final String NUMBER = "943 476 5919";

  private final Draft draft = new Draft(Clinics.riverside(), GuideTemplates.read());

  @Test
  void aKeyNeverLeaves() {
    patient(draft, NUMBER);
    session(draft, "2026-03-02T09:00");
    assertThat(draft.bundle().toString()).doesNotContain(NUMBER).doesNotContain("9434765919");
    assertThat(draft.patient()).matches("[0-9a-f]{32}");
  }

  @Test
  void theSameContentIsTheSameSubmission() {
    patient(draft, NUMBER);
    Draft again = new Draft(Clinics.riverside(), GuideTemplates.read());
    patient(again, NUMBER);
    assertThat(again.bundle()).isEqualTo(draft.bundle());
  }

  @Test
  void aCorrectionReplacesTheRecordUnderAnIdentifierOfItsOwn() {
    session(draft, "2026-03-02T09:00");
    Draft corrected = new Draft(Clinics.riverside(), GuideTemplates.read());
    session(corrected, "2026-03-02T09:30");
    assertThat(corrected.bundle().path("identifier"))
        .isNotEqualTo(draft.bundle().path("identifier"));
    assertThat(corrected.bundle().at("/entry/0/request"))
        .isEqualTo(draft.bundle().at("/entry/0/request"));
  }

  @Test
  void anotherKeyOfTheClinicMakesOtherPatients() {
    patient(draft, NUMBER);
    Draft other =
        new Draft(
            new Site(
                "GB-0001",
                "https://riverside.example",
                Clinics.riverside().zone(),
                Pseudonyms.under(new byte[32])),
            GuideTemplates.read());
    patient(other, NUMBER);
    assertThat(other.patient()).isNotEqualTo(draft.patient());
  }

  @Test
  void whatIsMissingIsTold() {
    draft.add("patient", given("1"), Map.of());
    assertThat(draft.faults())
        .extracting(Fault::code, Fault::origin)
        .containsExactly(
            tuple("element-required", "patient.sex"),
            tuple("element-required", "patient.born"));
    assertThatThrownBy(draft::bundle).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFaultNeverRepeatsWhatIsWrong() {
    draft.add(
        "patient",
        given("1"),
        Map.of("sex", new Given("Sarah Miller", "Sex"), "born", new Given("Sarah Miller", "DOB")));
    assertThat(draft.faults()).extracting(Fault::origin).containsExactly("Sex", "DOB");
    assertThat(draft.faults().toString()).doesNotContain("Sarah").contains("female");
  }

  @Test
  void oneKeyMakesOneRecord() {
    patient(draft, NUMBER);
    patient(draft, NUMBER);
    assertThat(draft.faults()).extracting(Fault::code).containsExactly("identifier-repeated");
  }

  @Test
  void aRecordOfEarlierIsMeantByItsIdentifier() {
    session(draft, "2026-03-02T09:00");
    JsonNode session = draft.bundle().at("/entry/0/resource");
    assertThat(session.at("/subject/reference").asText())
        .matches("Patient\\?identifier=https://.*/sid/clinic-pseudonym\\|[0-9a-f]{32}");
    assertThat(session.at("/episodeOfCare/0/reference").asText())
        .startsWith("EpisodeOfCare?identifier=https://riverside.example/sid/course|");
  }

  @Test
  void whatARegistryFindsIsTracedToTheSource() {
    draft.add(
        "administration",
        given("a"),
        Map.of(
            "patient", new Given("p", "Patient no"),
            "session", new Given("s", "Visit"),
            "observed", new Given("true", "Watched"),
            "substance", new Given("esketamine", "Drug"),
            "route", new Given("nasal-route", "Route"),
            "dose", new Given("56", "Dose"),
            "started", new Given("2026-03-02T09:00", "Given at"),
            "ended", new Given("2026-03-02T09:05", "Until")));
    assertThat(traced("Bundle.entry[0].resource.dosage.dose.value")).isEqualTo("Dose");
    assertThat(traced("Bundle.entry[0].resource.dosage.dose")).isEqualTo("Dose");
    assertThat(traced("Bundle.entry[0].resource.dosage.route.coding[0].code")).isEqualTo("Route");
    assertThat(traced("Bundle.entry[0].resource/*MedicationAdministration/null*/.subject"))
        .isEqualTo("Patient no");
    assertThat(traced("Bundle.entry[0].resource.effective.start")).isEqualTo("Given at");
    assertThat(traced("Bundle.entry[0].resource.effective.ofType(Period)"))
        .isEqualTo("Given at, Until");
    assertThat(traced("Bundle.entry[0].resource.medication")).isEqualTo("Drug");
    assertThat(traced("Bundle.entry[0].resource.extension[0].value"))
        .as("the extension before it was left out")
        .isEqualTo("Watched");
    assertThat(traced("Bundle.entry[0].resource")).isEqualTo("record administration");
    assertThat(traced("Bundle.entry[7].resource")).isEqualTo("Bundle.entry[7].resource");
    assertThat(traced("")).isEmpty();
  }

  private String traced(String expression) {
    return draft.traced(new Fault("invalid", expression, "")).origin();
  }

  private static void patient(Draft draft, String number) {
    draft.add(
        "patient",
        given(number),
        Map.of("sex", given("female"), "born", given("1979")));
  }

  private static void session(Draft draft, String started) {
    draft.add(
        "session",
        given(NUMBER + started.substring(0, 10)),
        Map.of("patient", given(NUMBER), "course", given("c"), "started", given(started)));
  }

  private static Given given(String text) {
    return new Given(text, "column");
  }
}
