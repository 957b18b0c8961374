package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A transaction of what one item of a source says. */
class DraftTest {
  private static final String NUMBER = "943 476 5919";

  private static final String DIGEST = Sha256.of("a mapping");
  private static final String SOURCE = Sha256.of("a table");
  private static final Origin ORIGIN =
      new Origin(
          Origin.Kind.REDCAP,
          Origin.Basis.OPT_OUT,
          new Origin.Mapping("Our visits: 2026", DIGEST),
          SOURCE,
          Instant.parse("2026-03-05T10:00:00Z"));

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
  void anOriginIsAttestedWithTheRecords() {
    Draft told = from(ORIGIN);
    session(told, "2026-03-02T09:00");
    assertThat(told.bundle().path("entry")).hasSize(2);
    JsonNode provenance = provenance(told).path("resource");
    assertThat(provenance.path("target").findValuesAsText("type"))
        .containsExactly("Patient", "Encounter");
    assertThat(provenance.at("/target/0/reference").asText())
        .isEqualTo(told.bundle().at("/entry/0/resource/subject/reference").asText());
    assertThat(provenance.at("/target/1/reference"))
        .isEqualTo(told.bundle().at("/entry/0/fullUrl"));
    assertThat(provenance.findValuesAsText("valueCode")).containsExactly("opt-out", "exact");
    assertThat(provenance.at("/policy/0").asText())
        .isEqualTo("https://riverside.example/mapping/our-visits-2026?sha256=" + DIGEST);
    assertThat(provenance.toString()).contains("redcap").doesNotContain(SOURCE);
  }

  @Test
  void aPatientWhoIsBroughtIsNamedByTheEntry() {
    Draft told = from(ORIGIN);
    patient(told, NUMBER);
    assertThat(provenance(told).at("/resource/target")).hasSize(1);
    assertThat(provenance(told).at("/resource/target/0/reference"))
        .isEqualTo(told.bundle().at("/entry/0/fullUrl"));
  }

  @Test
  void theSameRecordsHaveTheSameProvenanceWheneverAndOutOfWhatTheyAreBrought() {
    Draft told = from(ORIGIN);
    session(told, "2026-03-02T09:00");
    Draft later =
        from(
            new Origin(
                ORIGIN.kind(),
                ORIGIN.basis(),
                ORIGIN.mapping(),
                DIGEST,
                ORIGIN.recorded().plusSeconds(60)));
    session(later, "2026-03-02T09:00");
    assertThat(provenance(later).path("request")).isEqualTo(provenance(told).path("request"));
    assertThat(later.bundle().path("identifier")).isEqualTo(told.bundle().path("identifier"));
    Draft corrected = from(ORIGIN);
    session(corrected, "2026-03-02T09:30");
    assertThat(provenance(corrected).path("request"))
        .isNotEqualTo(provenance(told).path("request"));
  }

  @Test
  void recordsOnAnotherBasisAreAttestedAnew() {
    Draft told = from(ORIGIN);
    session(told, "2026-03-02T09:00");
    Draft other =
        from(
            new Origin(
                ORIGIN.kind(),
                Origin.Basis.STATUTORY,
                ORIGIN.mapping(),
                SOURCE,
                ORIGIN.recorded()));
    session(other, "2026-03-02T09:00");
    assertThat(provenance(other).path("request")).isNotEqualTo(provenance(told).path("request"));
  }

  @Test
  void whatARegistryFindsInTheProvenanceIsSaidOfIt() {
    Draft told = from(ORIGIN);
    session(told, "2026-03-02T09:00");
    assertThat(told.traced(new Fault("x", "Bundle.entry[1].resource.policy", "y")).origin())
        .isEqualTo("record provenance (policy)");
  }

  private static Draft from(Origin origin) {
    return new Draft(Clinics.riverside().from(origin), GuideTemplates.read());
  }

  private static JsonNode provenance(Draft draft) {
    JsonNode entries = draft.bundle().path("entry");
    return entries.path(entries.size() - 1);
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
            tuple("element-required", "patient.sex"), tuple("element-required", "patient.born"));
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
    draft.add("patient", given(number), Map.of("sex", given("female"), "born", given("1979")));
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
