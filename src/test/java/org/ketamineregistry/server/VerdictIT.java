package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.JSON;
import static org.ketamineregistry.server.RegistryUnderTest.XML;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

/**
 * {@code $validate} as HL7 defines it: 200 with an OperationOutcome where there is a verdict,
 * another status where there can be none. Nothing is written by it.
 */
@RegistryTest
class VerdictIT {
  private static final String HEART_RATE = Canonical.profile("ketamine-heart-rate");
  private static final String BODY_WEIGHT = Canonical.profile("ketamine-body-weight");
  private static final String EXAMPLE = "Observation-heart-rate-before-gb-1";

  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final HttpAnswer session;
  private Map<String, Long> before = Map.of();
  private long receipts;

  VerdictIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.treating(Ehr.fresh());
    session = registry.submit(ehr.session());
  }

  @BeforeEach
  void count() {
    before = registry.clinicalRows();
    receipts = registry.receipts();
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(registry.clinicalRows()).isEqualTo(before);
    assertThat(registry.receipts()).isEqualTo(receipts);
  }

  private HttpAnswer validate(String type, Draft resource) {
    return registry.post("/" + type + "/$validate", resource.text());
  }

  private static void isValid(HttpAnswer answer) {
    assertThat(answer).hasStatus(200).showsNoInnards();
    assertThat(answer.issues())
        .as("%s", answer)
        .isNotEmpty()
        .allMatch(issue -> issue.severity().equals("information"));
  }

  private static Draft parameters(Draft resource, String... more) {
    Draft wrapped =
        Draft.of("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\"}]}")
            .with("/parameter/0/resource", resource);
    for (int i = 0; i < more.length; i += 2) {
      wrapped =
          wrapped.with(
              "/parameter/-",
              "{\"name\":\"%s\",\"%s\":\"%s\"}"
                  .formatted(
                      more[i], more[i].equals("mode") ? "valueCode" : "valueUri", more[i + 1]));
    }
    return wrapped;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Nested
  class OfAType {
    @Test
    void isGivenOnAResource() {
      HttpAnswer good = validate("Observation", ehr.example(EXAMPLE));
      HttpAnswer bad = validate("Observation", ehr.example(EXAMPLE).without("/status"));

      isValid(good);
      assertThat(good.text()).contains("Held against " + HEART_RATE);
      assertThat(bad).hasStatus(200).hasIssue("element-required", "Observation");
    }

    @Test
    void isGivenOnABundle() {
      isValid(validate("Bundle", ehr.session()));
      assertThat(validate("Bundle", ehr.session().without("/entry/1/resource/status")))
          .hasStatus(200)
          .hasIssue("element-required", "Bundle.entry[1].resource");
    }

    /** The form that FHIR's own definition of the operation and HAPI's client use. */
    @Test
    void isGivenOnTheResourceOfAParametersResource() {
      Draft good = parameters(ehr.example(EXAMPLE));
      Draft bundle = parameters(ehr.session());

      isValid(validate("Observation", good));
      assertThat(validate("Observation", good.with("/parameter/0/resource/colour", "\"red\"")))
          .hasStatus(200)
          .hasIssue("element-unknown", "Observation.colour");
      isValid(validate("Bundle", bundle));
      assertThat(
              validate(
                  "Bundle",
                  bundle.with("/parameter/0/resource/entry/2/resource/colour", "\"red\"")))
          .hasStatus(200)
          .hasIssue("element-unknown", "Bundle.entry[2].resource.colour");
    }

    @Test
    void tellsThePlaceInTheTextThatWasSent() {
      String json =
          "{\"resourceType\":\"Parameters\",\n\"parameter\":[{\n\"name\":\"resource\",\n\"resource\":\n"
              + ehr.example("Patient-patient-gb-1")
                  .text()
                  .replaceFirst("\\{", "{\n\"colour\":\"red\",\n")
              + "}]}";
      String xml =
          "<Parameters xmlns=\"http://hl7.org/fhir\">\n<parameter>\n<name value=\"resource\"/>\n<resource>\n"
              + ehr.example("Patient-patient-gb-1")
                  .xml()
                  .replaceFirst("<identifier>", "\n<colour value=\"red\"/>\n<identifier>")
              + "</resource></parameter></Parameters>";

      assertThat(registry.post("/Patient/$validate", json).issues())
          .anyMatch(issue -> issue.expression().equals("Patient.colour") && issue.line() == 6);
      assertThat(registry.post("/Patient/$validate", xml, "Content-Type", XML).issues())
          .anyMatch(issue -> issue.expression().equals("Patient.colour") && issue.line() == 6);
    }

    @Test
    void isGivenOnNonsenseToo() {
      assertThat(registry.post("/Observation/$validate", "{"))
          .hasStatus(200)
          .hasIssue("malformed-json");
      assertThat(registry.post("/Observation/$validate", "{}"))
          .hasStatus(200)
          .hasIssue("not-a-fhir-resource");
      assertThat(registry.post("/Observation/$validate", ""))
          .hasStatus(200)
          .hasIssue("malformed-json");
      assertThat(validate("Patient", ehr.example(EXAMPLE)))
          .hasStatus(200)
          .hasIssue("not-a-fhir-resource");
    }

    @Test
    void tellsWhatIsNotKept() {
      Draft narrative =
          ehr.example(EXAMPLE)
              .with(
                  "/text",
                  "{\"status\":\"empty\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>x</div>\"}");
      HttpAnswer answer = validate("Observation", narrative);
      isValid(answer);
      assertThat(answer).hasIssue("narrative-dropped", "Observation.text");
    }

    @ParameterizedTest
    @CsvSource({
      "Task-receipt-completed, submission-receipt",
      "DetectedIssue-finding-accreditation-lapsed, practice-finding",
    })
    void isGivenOnWhatTheRegistryMakesItself(String name, String profile) {
      Draft example = Draft.of(Ehr.file(name));
      String type = name.substring(0, name.indexOf('-'));

      HttpAnswer good = validate(type, example);
      isValid(good);
      assertThat(good).hasIssue("not-submitted", type);
      assertThat(good.text()).contains(Canonical.profile(profile));
      assertThat(validate(type, example.without("/identifier")))
          .hasStatus(200)
          .hasIssue("element-required", type)
          .hasNoIssue("type-not-accepted");
    }

    @Test
    void isGivenOnARuleSetThatIsOnFile() {
      Draft rules = Draft.of(registry.get("/PlanDefinition").text()).at("/entry/0/resource");
      isValid(validate("PlanDefinition", rules));
      assertThat(validate("PlanDefinition", rules.without("/jurisdiction")))
          .hasIssue("element-required", "PlanDefinition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "document", "searchset", "history", "message"})
    void looksIntoABundleThatIsNoSubmission(String type) {
      Draft bundle =
          Draft.of("{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{},{}]}")
              .withText("/entry/0/fullUrl", "urn:uuid:7f3f4a1e-0c2b-4d58-9a51-3f1f0f6a0001")
              .with("/entry/0/resource", ehr.example(EXAMPLE).without("/status"))
              .withText("/entry/1/fullUrl", "urn:uuid:7f3f4a1e-0c2b-4d58-9a51-3f1f0f6a0001")
              .with("/entry/1/resource", Draft.of("{\"resourceType\":\"Procedure\"}"));

      HttpAnswer answer = validate("Bundle", bundle);

      assertThat(answer)
          .hasStatus(200)
          .hasIssue("element-required", "Bundle.entry[0].resource")
          .hasIssue("type-not-accepted", "Bundle.entry[1].resource")
          .hasIssue("not-submitted", "Bundle.type")
          .hasIssue("rule-violated", "Bundle")
          .showsNoInnards();
    }

    @Test
    void isGoodOnACollectionOfWhatIsValid() {
      Draft bundle =
          Draft.of("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{}]}")
              .withText("/entry/0/fullUrl", "urn:uuid:7f3f4a1e-0c2b-4d58-9a51-3f1f0f6a0001")
              .with("/entry/0/resource", ehr.example(EXAMPLE));
      HttpAnswer good = validate("Bundle", bundle);
      isValid(good);
      assertThat(good).hasIssue("not-submitted", "Bundle.type");
      assertThat(validate("Bundle", bundle.without("/type")))
          .hasIssue("element-required", "Bundle");
      assertThat(validate("Bundle", bundle.withText("/type", "heap")))
          .hasIssue("code-not-allowed", "Bundle.type")
          .doesNotSay("heap");
      assertThat(validate("Bundle", bundle.without("/entry/0/fullUrl")).issues())
          .anyMatch(issue -> issue.severity().equals("error"));
    }
  }

  @Nested
  class AProfile {
    @Test
    void isHeldAgainstBesides() {
      Draft example = ehr.example(EXAMPLE);
      String query = "/Observation/$validate?profile=";

      isValid(registry.post(query + encoded(HEART_RATE), example.text()));
      String version =
          GuideDefinitions.get().guide().of(StructureDefinition.class).get(0).getVersion();
      isValid(registry.post(query + encoded(HEART_RATE + "|" + version), example.text()));
      isValid(registry.post(query + "ketamine-heart-rate", example.text()));
      isValid(
          registry.post(
              query + encoded("http://hl7.org/fhir/StructureDefinition/heartrate"),
              example.text()));
      HttpAnswer other = registry.post(query + encoded(BODY_WEIGHT), example.text());
      assertThat(other).hasStatus(200).hasIssue("value-not-as-profiled", "Observation.value.code");
      assertThat(validate("Observation", parameters(example, "profile", BODY_WEIGHT)).issues())
          .filteredOn(issue -> issue.severity().equals("error"))
          .containsExactlyElementsOf(
              validate("Observation", parameters(example, "profile", BODY_WEIGHT)).issues().stream()
                  .filter(issue -> issue.severity().equals("error"))
                  .toList())
          .isNotEmpty();
    }

    @Test
    void isHeldAgainstEachEntryOfItsType() {
      String query = "/Bundle/$validate?profile=";
      isValid(
          registry.post(
              query + encoded("http://hl7.org/fhir/StructureDefinition/Observation"),
              ehr.session().text()));
      assertThat(registry.post(query + encoded(BODY_WEIGHT), ehr.session().text()))
          .hasStatus(200)
          .hasIssue("value-not-as-profiled");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://elsewhere.example/StructureDefinition/x",
          "https://ketamine-registry.example/fhir/StructureDefinition/ketamine-heart-rate|9.9",
          "https://ketamine-registry.example/fhir/StructureDefinition/ctcae-grade",
          "https://ketamine-registry.example/fhir/StructureDefinition/",
          "http://hl7.org/fhir/StructureDefinition/HumanName",
          "no such profile",
          "../../etc/passwd",
          "\u0000",
          ""
        })
    void thatIsNotKnownIsRefused(String profile) {
      assertThat(
              registry.post(
                  "/Observation/$validate?profile=" + encoded(profile),
                  ehr.example(EXAMPLE).text()))
          .isRefused(400)
          .hasOnlyIssue("profile-not-applicable")
          .doesNotSay("elsewhere", "passwd");
    }

    @Test
    void ofAnotherTypeIsRefused() {
      String patient = encoded(Canonical.profile("ketamine-patient"));
      for (String type : List.of("Observation", "Bundle")) {
        Draft what =
            type.equals("Bundle")
                ? ehr.session()
                    .onlyEntries(
                        entry -> !entry.at("/resource/resourceType").asText().equals("Patient"))
                : ehr.example(EXAMPLE);
        assertThat(registry.post("/" + type + "/$validate?profile=" + patient, what.text()))
            .isRefused(400)
            .hasOnlyIssue("profile-not-applicable");
      }
      assertThat(
              registry.get("/" + session.location("Observation") + "/$validate?profile=" + patient))
          .isRefused(400);
    }
  }

  @Nested
  class AMode {
    @Test
    void ofCreateSaysWhatWouldBeAnsweredNow() {
      Ehr stranger = Ehr.fresh();
      Draft next = ehr.nextPatient().consultation();

      isValid(registry.post("/Bundle/$validate?mode=create", next.text()));
      isValid(validate("Bundle", parameters(next, "mode", "create")));
      assertThat(registry.post("/Bundle/$validate?mode=create", stranger.consultation().text()))
          .hasStatus(200)
          .hasIssue("clinic-unknown");
      assertThat(registry.post("/Bundle/$validate", stranger.consultation().text()).issues())
          .allMatch(issue -> issue.severity().equals("information"));
      assertThat(registry.post("/Bundle/$validate?mode=create", ehr.session().text()))
          .hasStatus(200)
          .hasIssue("repeated");
      assertThat(registry.post("/Task/$validate?mode=create", Ehr.file("Task-receipt-completed")))
          .hasStatus(200)
          .hasIssue("type-not-accepted");
      assertThat(
              registry.post(
                  "/Bundle/$validate?mode=create", next.withText("/type", "collection").text()))
          .hasStatus(200)
          .hasIssue("bundle-type-not-accepted");
    }

    @Test
    void ofCreateSaysThatAnIdentifierIsTaken() {
      Draft record = Draft.of(registry.get("/" + session.location("Observation")).text());
      assertThat(registry.post("/Observation/$validate?mode=create", record.without("/id").text()))
          .hasStatus(200)
          .hasIssue("identifier-exists");
    }

    @Test
    void ofCreateJudgesTheEntriesOfABatchEachByItself() {
      Draft batch = ehr.nextPatient().consultation().withText("/type", "batch");
      HttpAnswer answer = registry.post("/Bundle/$validate?mode=create", batch.text());
      assertThat(answer).hasStatus(200);
      assertThat(answer.issues())
          .anyMatch(issue -> issue.severity().equals("error"))
          .allMatch(
              issue ->
                  issue.expression().isEmpty() || issue.expression().startsWith("Bundle.entry["));
    }

    @Test
    void ofUpdateIsAskedForAtARecord() {
      String address = "/" + session.location("Observation");
      Draft record = Draft.of(registry.get(address).text());

      isValid(registry.post(address + "/$validate?mode=update", record.text()));
      isValid(registry.post(address + "/$validate", parameters(record, "mode", "update").text()));
      assertThat(
              registry.post(address + "/$validate?mode=update", record.without("/status").text()))
          .hasStatus(200)
          .hasIssue("element-required", "Observation");
      assertThat(
              registry.post(
                  address + "/$validate?mode=update", record.withText("/id", "other").text()))
          .hasStatus(200)
          .hasIssue("invalid-request");
      assertThat(registry.post(address + "/$validate?mode=update", "")).isRefused(400);
      assertThat(registry.post("/Observation/$validate?mode=update", record.text())).isRefused(400);
      assertThat(registry.post(address + "/$validate?mode=create", record.text())).isRefused(400);
    }

    @Test
    void ofDeleteIsAlwaysAnsweredByARefusal() {
      String address = "/" + session.location("Observation");
      assertThat(registry.post(address + "/$validate?mode=delete", ""))
          .hasStatus(200)
          .hasOnlyIssue("method-not-allowed");
      assertThat(registry.get(address + "/$validate?mode=delete"))
          .hasStatus(200)
          .hasOnlyIssue("method-not-allowed");
      assertThat(registry.post("/Observation/nothing/$validate?mode=delete", "")).isRefused(404);
      assertThat(registry.post("/Observation/$validate?mode=delete", ehr.example(EXAMPLE).text()))
          .isRefused(400);
    }

    @Test
    void ofProfileLooksAtARecord() {
      String address = "/" + session.location("Encounter") + "/$validate?mode=profile";
      String session = encoded(Canonical.profile("ketamine-session"));
      isValid(registry.get(address + "&profile=" + session));
      isValid(
          registry.post(
              address,
              "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"profile\",\"valueUri\":\""
                  + Canonical.profile("ketamine-session")
                  + "\"}]}"));
      assertThat(registry.get(address)).isRefused(400);
      assertThat(
              registry.post(
                  address + "&profile=" + session, ehr.example("Encounter-session-gb-1").text()))
          .isRefused(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode=patch", "mode=", "mode", "mode=create&mode=create", "colour=red"})
    void thatIsNotKnownIsRefused(String query) {
      assertThat(registry.post("/Observation/$validate?" + query, ehr.example(EXAMPLE).text()))
          .isRefused(400)
          .hasOnlyIssue("invalid-request");
    }
  }

  @Nested
  class OfARecord {
    @Test
    void isGivenOnEveryRecordThatCanBeRead() {
      assertThat(session).isAccepted();
      for (String location : session.locations()) {
        for (HttpAnswer answer :
            List.of(
                registry.get("/" + location + "/$validate"),
                registry.send("POST", "/" + location + "/$validate", new byte[0]),
                registry.get("/" + location + "/$validate?_format=xml"),
                registry.get("/" + location + "/%24validate", "Accept-Encoding", "gzip"))) {
          isValid(answer);
          assertThat(answer.text()).contains("Held against " + Canonical.profile(""));
        }
      }
      isValid(registry.get("/DetectedIssue/" + finding() + "/$validate"));
      isValid(registry.get("/Task/" + session.receipt() + "/$validate"));
      isValid(registry.get("/PlanDefinition/" + first("/PlanDefinition") + "/$validate"));
    }

    /** A session without a consent to it leaves one. */
    private String finding() {
      Ehr careless = registry.register(Ehr.fresh());
      assertThat(registry.submit(careless.consultation().without("/entry/2"))).isAccepted();
      assertThat(registry.submit(careless.session())).isAccepted().hasIssue("practice-finding");
      String found = first("/DetectedIssue?_count=1");
      count();
      return found;
    }

    private String first(String search) {
      return registry
          .get(search)
          .bundle()
          .getEntryFirstRep()
          .getResource()
          .getIdElement()
          .getIdPart();
    }

    @Test
    void bearsNothingOfTheReadButTheVerdict() {
      HttpAnswer answer = registry.get("/" + session.location("Observation") + "/$validate");
      for (String header : List.of("ETag", "Last-Modified", "Content-Location", "Location")) {
        assertThat(answer.header(header)).as(header).isEmpty();
      }
      assertThat(answer.header("Content-Type").orElseThrow()).startsWith(JSON);
      assertThat(answer.header("X-Request-Id")).isPresent();
    }

    @Test
    void isGivenOnAChangeOfIt() {
      String address = "/" + session.location("Observation");
      Draft record = Draft.of(registry.get(address).text());
      isValid(registry.post(address + "/$validate", record.text()));
      assertThat(registry.post(address + "/$validate", record.withText("/id", "other").text()))
          .hasStatus(200)
          .hasIssue("invalid-request");
      assertThat(registry.post(address + "/$validate", record.without("/status").text()))
          .hasStatus(200)
          .hasIssue("element-required");
    }

    /** Whoever may not read it learns no more of it here: the answer is that of the read. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/Observation/nothing",
          "/Bundle/x",
          "/Task/00000000-0000-0000-0000-000000000000",
          "/PlanDefinition/nothing",
          "/Patient/../Patient/1"
        })
    void thatCannotBeReadIsAnsweredAsTheRead(String address) {
      for (String method : List.of("GET", "POST")) {
        assertThat(registry.send(method, address + "/$validate", new byte[0]))
            .isRefused(400, 404, 405);
      }
    }
  }

  @Nested
  class AnAddress {
    @ParameterizedTest
    @CsvSource({
      "POST, /$validate",
      "GET, /$validate",
      "GET, /Observation/$validate",
      "PUT, /Observation/$validate",
      "DELETE, /Observation/$validate",
      "PATCH, /Observation/x/$validate",
      "POST, /Procedure/$validate",
      "POST, /StructureDefinition/$validate",
      "POST, /NoSuchType/$validate",
      "POST, /Observation/a/b/$validate",
      "POST, /Observation/a%2Fb/$validate",
      "POST, /observation/$validate",
      "FOO, /Observation/$validate",
      "POST, /Observation/x/_history/1/$validate"
    })
    void whereNoVerdictIsGivenIsRefused(String method, String path) {
      assertThat(
              registry.send(
                  method,
                  path,
                  ehr.example(EXAMPLE).text().getBytes(StandardCharsets.UTF_8),
                  "Content-Type",
                  JSON))
          .isRefused(400, 404, 405);
    }

    @Test
    void isAnsweredAsTheSenderLikes() {
      String text = ehr.example(EXAMPLE).text();
      HttpAnswer xml = registry.post("/Observation/$validate?_format=xml&_pretty=true", text);
      assertThat(xml).hasStatus(200);
      assertThat(xml.text()).startsWith("<OperationOutcome").contains("\n");
      assertThat(registry.post("/Observation/$validate", text, "Accept", "text/turtle"))
          .isRefused(406);
      assertThat(
              registry.send(
                  "POST",
                  "/Observation/$validate",
                  text.getBytes(StandardCharsets.UTF_8),
                  "Content-Type",
                  "text/plain"))
          .isRefused(415);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[{\"name\":\"mode\"}]",
          "[{\"name\":\"resource\"}]",
          "[{\"name\":\"resource\",\"valueString\":\"x\"}]",
          "[{\"name\":\"usageContext\",\"valueCode\":\"x\"}]",
          "[{\"name\":\"mode\",\"valueCode\":\"create\"},{\"name\":\"mode\",\"valueCode\":\"create\"}]",
          "[{\"name\":\"profile\",\"part\":[{\"name\":\"x\"}]}]",
          "[{}]",
          "[]"
        })
    void withOtherParametersIsRefused(String parameters) {
      assertThat(
              registry.post(
                  "/Observation/$validate",
                  "{\"resourceType\":\"Parameters\",\"parameter\":" + parameters + "}"))
          .isRefused(400)
          .hasOnlyIssue("invalid-request");
    }

    @Test
    void thatContradictsItselfIsRefused() {
      Draft asked = parameters(ehr.example(EXAMPLE), "profile", HEART_RATE);
      isValid(registry.post("/Observation/$validate?profile=" + encoded(HEART_RATE), asked.text()));
      assertThat(
              registry.post("/Observation/$validate?profile=" + encoded(BODY_WEIGHT), asked.text()))
          .isRefused(400)
          .hasOnlyIssue("invalid-request");
    }
  }
}
