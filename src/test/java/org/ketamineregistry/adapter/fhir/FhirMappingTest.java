package org.ketamineregistry.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Item;
import org.ketamineregistry.adapter.Mistaken;

/** What resources become by a mapping. */
class FhirMappingTest {
  private static final Map<Long, Draft> EXAMPLE = new HashMap<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @BeforeAll
  static void mapTheExample() throws IOException {
    for (Item<Line> item : Mapped.items(Mapped.example(), List.of(Mapped.exampleFile()))) {
      EXAMPLE.put(item.number(), item.draft());
    }
  }

  @Nested
  class TheExample {
    @Test
    void makesRecordsOfTheGuide() {
      JsonNode given = record(8);
      assertThat(given.path("resourceType").asText()).isEqualTo("MedicationAdministration");
      assertThat(given.at("/dosage/dose/value").decimalValue()).isEqualByComparingTo("35");
      assertThat(given.at("/dosage/route/coding/0/code").asText()).isEqualTo("47625008");
      assertThat(given.at("/medicationCodeableConcept/coding/0/code").asText())
          .isEqualTo("racemic-ketamine");
      assertThat(given.at("/effectivePeriod/start").asText()).isEqualTo("2026-01-12T10:00:00Z");
      assertThat(record(1).at("/component/0/valueQuantity/value").asInt()).isEqualTo(128);
      assertThat(record(6).at("/valueInteger").asInt()).isEqualTo(19);
    }

    @Test
    void multipliesADoseForEachKilogramWithTheWeight() {
      assertThat(record(9).at("/dosage/dose/value").decimalValue()).isEqualByComparingTo("35.25");
    }

    @Test
    void leadsReferencesToTheRecordsThatAreMadeOfTheirTargets() {
      assertThat(record(8).at("/subject/reference").asText()).isEqualTo(url(27));
      assertThat(record(8).at("/context/reference").asText()).isEqualTo(url(13));
      assertThat(record(13).at("/episodeOfCare/0/reference").asText()).isEqualTo(url(18));
      assertThat(draft(8).patient()).isNotEmpty().isEqualTo(draft(27).patient());
    }

    @Test
    void sendsNothingThatNoPathNames() {
      EXAMPLE.values().stream()
          .filter(draft -> draft.faults().isEmpty() && !draft.isEmpty())
          .map(draft -> draft.bundle().toString())
          .forEach(
              sent ->
                  assertThat(sent)
                      .doesNotContain(
                          "Testperson",
                          "Ada",
                          "MRN-",
                          "Lane",
                          "+44",
                          "1979-02",
                          "Nurse",
                          "Patient/p",
                          "\"v1-1\""));
    }

    @Test
    void leavesOutWhatItSaysAndOlderVersions() {
      assertThat(List.of(7L, 32L, 34L, 35L))
          .allSatisfy(
              line -> {
                assertThat(draft(line).isEmpty()).isTrue();
                assertThat(draft(line).faults()).isEmpty();
              });
    }

    @ParameterizedTest
    @CsvSource({
      "11, value-invalid, MedicationAdministration.dosage.dose",
      "12, code-not-allowed, MedicationAdministration.medication.ofType(CodeableConcept)",
      "30, value-invalid, Observation.effective.ofType(dateTime)",
      "33, malformed-json, line",
      "36, reference-wrong-type, Observation.subject"
    })
    void refusesWhatIsFaultyByItsExpression(long line, String code, String origin) {
      assertThat(draft(line).faults())
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.code()).isEqualTo(code);
                assertThat(fault.origin()).isEqualTo(origin);
                assertThat(fault.text()).doesNotContain("spray", "MIDAZOLAM", "middle", "Group/g1");
              });
    }

    @Test
    void tracesTheRegistrysRefusalsToTheExpression() {
      assertThat(
              draft(9)
                  .traced(new Fault("x", "Bundle.entry[0].resource.dosage.dose.value", "t"))
                  .origin())
          .isEqualTo("MedicationAdministration.dosage.dose");
    }

    private JsonNode record(long line) {
      return draft(line).bundle().at("/entry/0/resource");
    }

    private String url(long line) {
      return draft(line).bundle().at("/entry/0/request/url").asText();
    }

    private Draft draft(long line) {
      return Objects.requireNonNull(EXAMPLE.get(line));
    }
  }

  @Nested
  class AResource {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "'\"value\":70,\"unit\":\"kg\",\"comparator\":\">\"'; value-invalid",
          "'\"value\":70,\"system\":\"http://unitsofmeasure.org\",\"code\":\"[lb_av]\"';"
              + " value-invalid",
          "'\"value\":1e999999,\"unit\":\"kg\"'; value-invalid",
          "'\"value\":70'; value-invalid",
          "'\"unit\":\"kg\"'; element-required"
        })
    void isRefusedWhereItsQuantityIsNone(String quantity, String code) throws Exception {
      assertThat(faults(weight("\"valueQuantity\":{" + quantity + "}")))
          .extracting(Fault::code)
          .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "'\"modifierExtension\":[{\"url\":\"https://x.example/not\",\"valueBoolean\":true}]';"
              + " Observation.modifierExtension",
          "'\"implicitRules\":\"https://x.example/rules\"'; Observation.implicitRules"
        })
    void isRefusedWhereSomethingCouldTurnItsMeaningRound(String element, String origin)
        throws Exception {
      assertThat(faults(weight(element, "\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}")))
          .extracting(Fault::origin)
          .containsExactly(origin);
    }

    @Test
    void isRefusedWhereTheSourceTookItBack() throws Exception {
      String resource =
          weight("\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}")
              .replace("final", "entered-in-error");
      assertThat(faults(resource)).extracting(Fault::origin).containsExactly("Observation.status");
    }

    @ParameterizedTest
    @CsvSource({
      "#p1, value-invalid",
      "urn:uuid:0b2dd2b4-6d7a-4c5b-9f0e-6d3c5a1f0b11, value-invalid",
      "Group/g1, reference-wrong-type",
      "https://ehr.example/fhir/Group/g1, reference-wrong-type"
    })
    void isRefusedWhereItsPatientIsNone(String reference, String code) throws Exception {
      assertThat(
              faults(
                  weight("\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}")
                      .replace("Patient/p1", reference)))
          .extracting(Fault::code)
          .containsExactly(code);
    }

    @Test
    void ofAnotherServerIsAnotherThoughItHasTheSameId() throws Exception {
      String resource = weight("\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}");
      String own = draft(Mapped.WEIGHT, resource).patient();
      assertThat(
              draft(
                      Mapped.WEIGHT,
                      resource.replace(
                          "Patient/p1", "https://ehr.example/fhir/Patient/p1/_history/3"))
                  .patient())
          .isEqualTo(own);
      assertThat(
              draft(
                      Mapped.WEIGHT,
                      resource.replace("Patient/p1", "https://other.example/fhir/Patient/p1"))
                  .patient())
          .isNotEqualTo(own);
    }

    @Test
    void thatIsNoFhirIsRefusedWithoutAWordOfIt() throws Exception {
      for (String resource :
          List.of(
              weight("\"valueQuantity\":{\"value\":\"Secret\"}"),
              weight("\"valueQuantity\":[{\"value\":70},{\"value\":71}]"),
              weight("\"effectiveDateTime\":\"Secret\"")
                  .replace("\"effectiveDateTime\":\"2026-01-12\",", ""))) {
        assertThat(faults(resource))
            .singleElement()
            .satisfies(
                fault -> {
                  assertThat(fault.code()).isIn("invalid", "value-invalid");
                  assertThat(fault.toString()).doesNotContain("Secret");
                });
      }
    }

    @Test
    void hasTheDayThatTheClinicsClocksShowed() throws Exception {
      String course =
          """
          mapping: courses
          clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
          records:
            - kind: course
              from: EpisodeOfCare
              key: [id]
              fields:
                patient: {key: [patient]}
                started: {path: period.start}
                indication: {constant: treatment-resistant-depression}
                failed-treatments: {constant: "2"}
          """;
      assertThat(
              draft(
                      course,
                      "{\"resourceType\":\"EpisodeOfCare\",\"id\":\"e\",\"patient\":{\"reference\":\"Patient/p\"},\"period\":{\"start\":\"2026-01-05T22:30:00-05:00\"}}")
                  .bundle()
                  .at("/entry/0/resource/period/start")
                  .asText())
          .isEqualTo("2026-01-06");
    }

    @Test
    void thatNoRecordIsAboutIsRefusedUntilTheMappingSkipsIt() throws Exception {
      String some =
          Mapped.WEIGHT.replace(
              "from: Observation\n", "from: Observation\n    when: \"status = 'amended'\"\n");
      String resource = weight("\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}");
      assertThat(draft(some, resource).faults())
          .extracting(Fault::origin)
          .containsExactly("Observation");
      String skipping = some.replace("records:", "skip: [{from: Observation}]\nrecords:");
      assertThat(draft(skipping, resource).faults()).isEmpty();
    }

    @Test
    void whoseCodingsMeanDifferentThingsIsRefused() throws Exception {
      String scores =
          """
          mapping: scores
          clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
          records:
            - kind: depression-score
              from: Observation
              key: [id]
              fields:
                patient: {key: [subject]}
                instrument: {path: code, codes: {"x|m": madrs-total, "x|n": madrs-total, "x|q": qids-sr16-total}, patterns: {"y\\\\|h.*": ham-d17-total}}
                measured: {path: effective.ofType(dateTime)}
                total: {path: value.ofType(integer)}
                recall-days: {constant: "7"}
          """;
      String resource =
          "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"code\":{\"coding\":[%s]},\"subject\":{\"reference\":\"Patient/p\"},\"effectiveDateTime\":\"2026-01-12\",\"valueInteger\":9}";
      String m = "{\"system\":\"x\",\"code\":\"m\"}";
      String n = "{\"system\":\"x\",\"code\":\"n\"}";
      String q = "{\"system\":\"x\",\"code\":\"q\"}";
      String h = "{\"system\":\"y\",\"code\":\"ham-d\"}";
      String unknown = "{\"system\":\"z\",\"code\":\"m\"}";
      assertThat(draft(scores, resource.formatted(m + "," + n + "," + unknown)).faults()).isEmpty();
      assertThat(draft(scores, resource.formatted(h)).faults()).isEmpty();
      assertThat(draft(scores, resource.formatted(m + "," + q)).faults()).hasSize(1);
      assertThat(draft(scores, resource.formatted(unknown)).faults()).hasSize(1);
    }

    private List<Fault> faults(String resource) throws Exception {
      return draft(Mapped.WEIGHT, resource).faults();
    }

    private static String weight(String... elements) {
      return "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"code\":{\"text\":\"weight\"},\"effectiveDateTime\":\"2026-01-12\",\"subject\":{\"reference\":\"Patient/p1\"},"
          + String.join(",", elements)
          + "}";
    }
  }

  @Test
  void mistakesAreToldAllAtOnceWithTheirPlaces() {
    String wrong =
        Mapped.WEIGHT
            .replace(
                "path: value.ofType(Quantity), unit: {factors: {kg: 1, g: 0.001}}",
                "path: value.ofType(Quantity)")
            .replace("path: effective.ofType(dateTime)", "path: effectiv")
            .replace("sex: {path: gender}", "sex: {path: gender, codes: {m: man}}")
            .replace("born: {path: birthDate}", "born: {path: name}\n      height: {path: id}")
            .replace("from: Patient", "from: Patient\n    when: gender")
            .replace("records:", "skip: [{from: Medicine}]\nrecords:");
    Mistaken told = catchThrowableOfType(Mistaken.class, () -> Mapped.mapping(wrong));
    assertThat(String.join("\n", told.mistakes()))
        .contains(
            "skip[0].from: is no type of resource",
            "records[0].fields.measured.path: is no FHIRPath of Observation",
            "records[0].fields.weight.path: leads to a quantity",
            "records[1].fields.sex.codes.m: leads to nothing that sex takes",
            "records[1].fields.born.path: leads to HumanName",
            "records[1].fields.height: a record patient has no such field",
            "records[1].when: is neither true nor false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "key: [id]; key: []; names no path",
        "path: gender; path: 'gender.('; is no FHIRPath",
        "path: birthDate; path: birthDate.foo(); is no FHIRPath",
        "path: gender; 'path: gender, codes: {conceptMap: none.json}'; there is no such file"
      })
  void aMappingIsHeldToFhirPathAndR4(String right, String wrong, String words) {
    Mistaken told =
        catchThrowableOfType(
            Mistaken.class, () -> Mapped.mapping(Mapped.WEIGHT.replace(right, wrong)));
    assertThat(told).isNotNull();
    assertThat(String.join("\n", told.mistakes())).contains(words);
  }

  private Draft draft(String mapping, String resource) throws Exception {
    Path file = Files.writeString(folder.resolve("one.ndjson"), resource + "\n");
    return Mapped.items(Mapped.mapping(mapping), List.of(file)).get(0).draft();
  }
}
