package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.MapAssert;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Every access, refusal and act leaves a row, which names records by id and no patient's data. */
@RegistryTest
class AuditIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr;

  AuditIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  /** The rows that the request of an answer left. */
  private List<Map<String, Object>> rows(HttpAnswer answer) {
    return registry
        .jdbc()
        .queryForList(
            """
            SELECT action, interaction, client, role, purpose, status, refusal, consent,
              array_to_string(records, ' ') AS records, array_to_string(patients, ' ') AS patients,
              array_to_string(owners, ' ') AS owners, array_to_string(parameters, ' ') AS parameters, query_digest
            FROM registry.audit WHERE request = ?
            """,
            answer.header("X-Request-Id").orElseThrow());
  }

  private Map<String, Object> row(HttpAnswer answer) {
    List<Map<String, Object>> rows = rows(answer);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private MapAssert<String, Object> assertThatRow(HttpAnswer answer) {
    return assertThat(row(answer));
  }

  private String clinic() {
    return registry
        .get("/Organization?identifier=" + ehr.clinicToken())
        .bundle()
        .getEntryFirstRep()
        .getResource()
        .getIdElement()
        .getIdPart();
  }

  @Nested
  class OfASubmission {
    @Test
    void namesWhatWasWrittenAndWhoseItIs() {
      HttpAnswer answer = registry.submit(ehr.consultation());

      String patient = answer.location("Patient").replace("Patient/", "");
      assertThatRow(answer)
          .containsEntry("action", "E")
          .containsEntry("interaction", "transaction")
          .containsEntry("client", "open")
          .containsEntry("role", "open")
          .containsEntry("purpose", "PUBHLTH")
          .containsEntry("consent", "permitted")
          .containsEntry("refusal", null)
          .containsEntry("patients", patient)
          .containsEntry("owners", clinic());
      assertThatRow(answer)
          .containsEntry(
              "records",
              answer.locations().stream()
                  .map(at -> at + "/_history/1")
                  .collect(Collectors.joining(" ")));
    }

    @Test
    void tellsACreateFromAnUpdate() {
      Draft patient = ehr.example("Patient-patient-gb-1");
      HttpAnswer created = registry.post("/Patient", patient.text());
      HttpAnswer updated =
          registry.put(
              "/" + created.location("Patient"), patient.withText("/gender", "other").text());

      assertThatRow(created).containsEntry("action", "C").containsEntry("interaction", "create");
      assertThat(updated).isAccepted();
      assertThatRow(updated)
          .containsEntry("action", "U")
          .containsEntry("interaction", "update")
          .containsEntry("records", created.location("Patient") + "/_history/2");
    }

    @Test
    void thatWasAcceptedBeforeNamesWhatItsReceiptNames() {
      HttpAnswer first = registry.submit(ehr.consultation());

      HttpAnswer second = registry.submit(ehr.consultation());

      assertThat(second).hasIssue("repeated");
      assertThatRow(second)
          .containsEntry("interaction", "transaction")
          .containsEntry("records", row(first).get("records"));
    }

    @Test
    void thatWasRefusedHasTheCode() {
      HttpAnswer answer =
          registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "diverse"));

      assertThat(answer).isRefused(422);
      assertThatRow(answer)
          .containsEntry("interaction", "transaction")
          .containsEntry("status", 422)
          .containsEntry("refusal", "code-not-allowed")
          .containsEntry("records", "")
          .containsEntry("consent", null);
    }

    @Test
    void thatThePatientDoesNotPermitSaysSo() {
      assertThat(registry.submit(ehr.consultation())).isAccepted();
      assertThat(
              registry.submit(
                  ehr.consultation()
                      .withText("/identifier/value", "deny")
                      .withText("/entry/3/resource/provision/provision/0/type", "deny")
                      .withText("/entry/3/resource/dateTime", "2026-09-08T10:00:00+01:00")
                      .without("/entry/1")
                      .without("/entry/1")))
          .isAccepted();

      HttpAnswer answer = registry.submit(ehr.session());

      assertThat(answer).isRefused(422).hasIssue("consent-required");
      assertThatRow(answer)
          .containsEntry("refusal", "consent-required")
          .containsEntry("consent", "refused");
    }

    @Test
    void thatNeverCameToTheLineIsThereToo() {
      HttpAnswer answer =
          registry.send(
              "POST", "", "x".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain");

      assertThat(answer).isRefused(415);
      assertThatRow(answer)
          .containsEntry("status", 415)
          .containsEntry("refusal", "unsupported-media-type");
    }

    @Test
    void hasARowForEachEntryOfABatch() {
      HttpAnswer answer =
          registry.submit(
              Draft.bundle(
                  "batch",
                  Draft.entry(ehr.example("Patient-patient-gb-1"), "PUT", ehr.patientUrl()),
                  Draft.entry(
                      ehr.example("Patient-patient-gb-1").withText("/gender", "diverse"),
                      "PUT",
                      ehr.patientUrl())));

      assertThat(rows(answer))
          .extracting(row -> row.get("interaction"), row -> row.get("status"))
          .containsExactlyInAnyOrder(tuple("batch", 200), tuple("batch", 422));
    }
  }

  @Nested
  class OfARead {
    private final HttpAnswer consultation = registry.submit(ehr.consultation());
    private final String patient = consultation.location("Patient");

    private String id() {
      return patient.replace("Patient/", "");
    }

    @Test
    void namesTheRecordItsPatientAndItsClinic() {
      HttpAnswer answer = registry.get("/" + patient);

      assertThatRow(answer)
          .containsEntry("action", "R")
          .containsEntry("interaction", "read")
          .containsEntry("status", 200)
          .containsEntry("records", patient + "/_history/1")
          .containsEntry("patients", id())
          .containsEntry("owners", clinic());
    }

    @ParameterizedTest
    @CsvSource({"/_history/1,vread", "/_history,history-instance"})
    void coversVersions(String path, String interaction) {
      HttpAnswer answer = registry.get("/" + patient + path);

      assertThat(answer).hasStatus(200);
      assertThatRow(answer)
          .containsEntry("action", "R")
          .containsEntry("interaction", interaction)
          .containsEntry("patients", id());
    }

    @Test
    void byASearchNamesEveryResourceThatWasFoundOrIncluded() {
      HttpAnswer answer =
          registry.get("/Consent?patient=" + patient + "&_include=Consent:patient&_count=10");

      assertThat(answer).hasStatus(200);
      List<String> disclosed =
          answer.bundle().getEntry().stream()
              .map(entry -> entry.getResource().getIdElement())
              .map(AuditIT::name)
              .sorted()
              .toList();
      assertThat(disclosed).hasSizeGreaterThan(1).anyMatch(name -> name.startsWith("Patient/"));
      assertThatRow(answer)
          .containsEntry("action", "E")
          .containsEntry("interaction", "search-type")
          .containsEntry("records", String.join(" ", disclosed))
          .containsEntry("patients", id())
          .containsEntry("parameters", "_count _include patient");
    }

    @Test
    void byASearchKeepsNoValueOfIt() {
      HttpAnswer answer = registry.get("/Patient?identifier=" + ehr.patientToken());

      assertThat(answer.bundle().getEntry()).hasSize(1);
      assertThatRow(answer).containsEntry("parameters", "identifier");
      assertThat(row(answer).get("query_digest")).asString().matches("[0-9a-f]{64}");
      assertThat(row(answer).toString()).doesNotContain(ehr.clinicPseudonym());
      assertThat(row(registry.get("/Patient?identifier=" + ehr.patientToken())))
          .containsEntry("query_digest", row(answer).get("query_digest"));
    }

    @Test
    void byPostKeepsNoValueOfItEither() {
      HttpAnswer answer =
          registry.send(
              "POST",
              "/Patient/_search",
              ("identifier=" + ehr.patientToken().replace("|", "%7C"))
                  .getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/x-www-form-urlencoded");

      assertThat(answer.bundle().getEntry()).hasSize(1);
      assertThatRow(answer)
          .containsEntry("interaction", "search-type")
          .containsEntry("parameters", "identifier")
          .containsEntry("patients", id());
    }

    @Test
    void keepsNoNameThatSomebodyMadeUp() {
      HttpAnswer answer = registry.get("/Patient?_Wolkenstein=1&identifier=" + ehr.patientToken());

      assertThat(rows(answer).toString()).doesNotContain("Wolkenstein");
    }

    @Test
    void coversTheSecondPage() {
      assertThat(registry.submit(ehr.session())).isAccepted();
      HttpAnswer first = registry.get("/Observation?patient=" + patient + "&_count=2");

      HttpAnswer second = registry.get(next(first.bundle()));

      assertThat(second.bundle().getEntry()).hasSize(2);
      assertThatRow(second)
          .containsEntry("interaction", "search-type")
          .containsEntry("patients", id())
          .containsEntry(
              "records",
              String.join(
                  " ",
                  second.bundle().getEntry().stream()
                      .map(entry -> name(entry.getResource().getIdElement()))
                      .sorted()
                      .toList()));
    }

    private String next(Bundle bundle) {
      return bundle.getLink(Bundle.LINK_NEXT).getUrl().replace(registry.base(), "");
    }

    @Test
    void coversFindingsWhichTheRegistryMakes() {
      HttpAnswer answer = registry.get("/DetectedIssue?patient=" + patient);

      assertThat(answer).hasStatus(200);
      assertThatRow(answer).containsEntry("interaction", "search-type");
    }

    @Test
    void byAVerdictOnTheRecordIsThereToo() {
      HttpAnswer answer = registry.get("/" + patient + "/$validate");

      assertThat(answer).hasStatus(200);
      assertThatRow(answer).containsEntry("patients", id());
    }

    @Test
    void ofAReceiptIsThereToo() {
      HttpAnswer answer = registry.get("/Task/" + consultation.receipt());

      assertThatRow(answer)
          .containsEntry("interaction", "read")
          .containsEntry("records", "Task/" + consultation.receipt());
    }

    @Test
    void thatWasRefusedHasTheCodeAndWhatWasAskedFor() {
      String unknown = "Patient/00000000-0000-4000-8000-000000000001";

      HttpAnswer answer = registry.get("/" + unknown);

      assertThat(answer).isRefused(404);
      assertThatRow(answer)
          .containsEntry("interaction", "read")
          .containsEntry("status", 404)
          .containsEntry("refusal", "not-found")
          .containsEntry("records", unknown)
          .containsEntry("patients", "");
    }

    @ParameterizedTest
    @CsvSource({
      "/Patient/Wolkenstein,404,not-found",
      "/Patient?name=Wolkenstein,400,invalid-request",
      "/Patient/1/$meta,405,method-not-allowed",
      "/Patient/Wolkenstein/$everything,404,not-found",
      "/$export/Wolkenstein,404,not-found",
      "/Patient/$export?_type=Wolkenstein,400,invalid-request",
      "/Patient/1/$wolkenstein,,",
      "/Wolkenstein/7f3f0c7e-0000-4000-8000-000000000001,,",
      "/Patient/Wolkenstein/$validate,404,not-found",
      "/Patient?_format=Wolkenstein,406,not-acceptable"
    })
    void thatWasRefusedKeepsNothingThatSomebodyWrote(String path, Integer status, String code) {
      HttpAnswer answer = registry.get(path);

      assertThat(answer).isRefused();
      if (status != null) {
        assertThatRow(answer).containsEntry("status", status).containsEntry("refusal", code);
      }
      assertThat(row(answer).toString().toLowerCase(Locale.ROOT)).doesNotContain("wolkenstein");
    }

    @ParameterizedTest
    @CsvSource({
      "/metadata",
      "/StructureDefinition?url=https://x.example",
      "/StructureDefinition/ketamine-patient",
      "/api-docs"
    })
    void leavesNoTraceWhereAnybodyMayRead(String path) {
      assertThat(rows(registry.get(path))).isEmpty();
    }
  }

  @Nested
  class OfASteward {
    @Test
    void namesThePatientsThatAreNowOnePerson() {
      Ehr other = registry.treating(Ehr.fresh());
      HttpAnswer consultation = registry.submit(ehr.consultation());

      HttpAnswer linked = registry.post("/Patient/$link-pseudonyms", parameters(ehr, other));

      assertThat(linked).hasStatus(200);
      assertThatRow(linked)
          .containsEntry("action", "E")
          .containsEntry("interaction", "$link-pseudonyms")
          .hasEntrySatisfying(
              "patients",
              patients ->
                  assertThat(patients)
                      .asString()
                      .contains(consultation.location("Patient").replace("Patient/", ""))
                      .contains(" "));
    }

    @Test
    void namesWhoWasErased() {
      String patient = registry.submit(ehr.consultation()).location("Patient");
      String parameters =
          "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"patient\",\"valueReference\":{\"reference\":\"%s\"}},{\"name\":\"reason\",\"valueCode\":\"objection\"},{\"name\":\"request\",\"valueIdentifier\":{\"system\":\"https://files.example\",\"value\":\"1\"}}]}"
              .formatted(patient);

      HttpAnswer erased = registry.post("/Patient/$erase", parameters);

      assertThat(erased).hasStatus(200);
      assertThatRow(erased)
          .containsEntry("action", "E")
          .containsEntry("interaction", "$erase")
          .containsEntry("records", patient)
          .containsEntry("patients", patient.replace("Patient/", ""));
    }

    private String parameters(Ehr one, Ehr other) {
      String identifier =
          "{\"name\":\"%s\",\"valueIdentifier\":{\"system\":\"https://ketamine-registry.example/fhir/sid/registry-pseudonym\",\"value\":\"%s\"}}";
      return "{\"resourceType\":\"Parameters\",\"parameter\":["
          + identifier.formatted("person", one.registryPseudonym())
          + ","
          + identifier.formatted("same-as", other.registryPseudonym())
          + "]}";
    }
  }

  @Nested
  class IsShownAsAuditEvents {
    private final HttpAnswer consultation = registry.submit(ehr.consultation());
    private final String patient = consultation.location("Patient");

    @Test
    void thatAreValid() {
      registry.get("/" + patient);
      registry.get("/Consent?patient=" + patient);
      registry.get("/Patient/00000000-0000-4000-8000-000000000001");
      registry.get("/" + patient + "/$everything");

      Bundle found = registry.get("/AuditEvent?_count=20").bundle();

      assertThat(found.getEntry()).hasSize(20);
      assertThat(found.getEntry())
          .allSatisfy(
              entry ->
                  assertThat(
                          ProfileCheck.errors(
                              FhirContext.forR4Cached()
                                  .newJsonParser()
                                  .encodeResourceToString(entry.getResource())))
                      .isEmpty());
    }

    @Test
    void foundByPatientTheNewestFirst() {
      registry.get("/" + patient);
      registry.get("/Consent?patient=" + patient);

      Bundle found = registry.get("/AuditEvent?patient=" + patient).bundle();

      assertThat(events(found))
          .extracting(event -> event.getSubtypeFirstRep().getCode())
          .containsExactly("search-type", "read", "transaction");
      assertThat(events(found))
          .allSatisfy(
              event ->
                  assertThat(event.getEntity())
                      .anyMatch(entity -> patient.equals(entity.getWhat().getReference())));
    }

    @Test
    void foundByDateInteractionActionAndClient() {
      registry.get("/" + patient);

      assertThat(
              events(
                  registry
                      .get(
                          "/AuditEvent?patient="
                              + patient
                              + "&action=R&subtype=read&altid=open&date=ge2026-01-01")
                      .bundle()))
          .hasSize(1);
      assertThat(registry.get("/AuditEvent?patient=" + patient + "&date=lt2000-01-01").bundle())
          .matches(bundle -> bundle.getEntry().isEmpty());
      assertThat(registry.get("/AuditEvent?patient=" + patient + "&altid=other").bundle())
          .matches(bundle -> bundle.getEntry().isEmpty());
    }

    @Test
    void pageByPage() {
      Stream.of("", "/_history/1", "/_history").forEach(path -> registry.get("/" + patient + path));
      Bundle first = registry.get("/AuditEvent?_count=3&patient=" + patient).bundle();

      Bundle second =
          registry
              .get(first.getLink(Bundle.LINK_NEXT).getUrl().replace(registry.base(), ""))
              .bundle();

      assertThat(first.getTotal()).isEqualTo(4);
      assertThat(events(first)).hasSize(3);
      assertThat(events(second)).hasSize(1);
      assertThat(second.getLink(Bundle.LINK_NEXT)).isNull();
    }

    @Test
    void readOneByOne() {
      AuditEvent event = events(registry.get("/AuditEvent?patient=" + patient).bundle()).get(0);

      HttpAnswer read = registry.get("/AuditEvent/" + event.getIdElement().getIdPart());

      assertThat(read.resource(AuditEvent.class).getEntity())
          .usingElementComparator((a, b) -> a.equalsDeep(b) ? 0 : 1)
          .containsExactlyElementsOf(event.getEntity());
      assertThatRow(read)
          .containsEntry("records", "AuditEvent/" + event.getIdElement().getIdPart());
    }

    @Test
    void thatNobodyWrites() {
      assertThat(registry.post("/AuditEvent", "{\"resourceType\":\"AuditEvent\"}")).isRefused();
    }

    private List<AuditEvent> events(Bundle bundle) {
      return bundle.getEntry().stream().map(entry -> (AuditEvent) entry.getResource()).toList();
    }
  }

  @Nested
  class TellsAPatient {
    private final HttpAnswer consultation = registry.submit(ehr.consultation());
    private final String patient = consultation.location("Patient");

    private List<AuditEvent> disclosures(String query) {
      HttpAnswer answer = registry.get("/" + patient + "/$disclosures" + query);
      assertThat(answer).hasStatus(200);
      return answer.bundle().getEntry().stream()
          .map(entry -> (AuditEvent) entry.getResource())
          .toList();
    }

    @Test
    void whoSawWhatWhenAndWhy() {
      String course = consultation.location("EpisodeOfCare");
      registry.get("/" + course);

      assertThat(disclosures(""))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
                assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                    .isEqualTo("PUBHLTH");
                assertThat(event.getAgentFirstRep().getAltId()).isEqualTo("open");
                assertThat(event.getEntity())
                    .extracting(entity -> entity.getWhat().getReference())
                    .contains(patient, course + "/_history/1");
              });
      assertThat(disclosures(""))
          .extracting(event -> event.getSubtype().get(event.getSubtype().size() - 1).getCode())
          .as("the report itself is a disclosure")
          .containsExactly("disclosures", "read");
    }

    @Test
    void nothingOfAnybodyElse() {
      Ehr neighbour = ehr.nextPatient();
      String other = registry.submit(neighbour.consultation()).location("Patient");
      HttpAnswer search = registry.get("/EpisodeOfCare?patient=" + patient + "," + other);
      assertThat(search.bundle().getEntry()).hasSize(2);

      HttpAnswer report = registry.get("/" + patient + "/$disclosures");

      assertThat(report.bundle().getEntry()).hasSize(1);
      assertThat(report).doesNotSay(other, other.replace("Patient/", ""));
    }

    @Test
    void ofSomeDays() {
      registry.get("/" + patient);

      assertThat(disclosures("?start=2020-01-01")).hasSize(1);
      assertThat(disclosures("?end=2020-01-01")).isEmpty();
      assertThat(registry.get("/" + patient + "/$disclosures?start=yesterday")).isRefused(400);
    }

    @Test
    void noneOfAPatientWhoIsNotThere() {
      assertThat(registry.get("/Patient/00000000-0000-4000-8000-000000000001/$disclosures"))
          .isRefused(404);
      assertThat(registry.get("/Observation/" + patient.substring(8) + "/$disclosures"))
          .isRefused();
    }
  }

  @Nested
  class WhereItCannotBeKept {
    private final JdbcConnectionDetails database;

    WhereItCannotBeKept(@Autowired JdbcConnectionDetails database) {
      this.database = database;
    }

    @AfterEach
    void giveBack() throws SQLException {
      asSuperuser("DROP TRIGGER IF EXISTS full_disk ON registry.audit");
    }

    private void asSuperuser(String... statements) throws SQLException {
      try (var connection = TestDatabase.asSuperuser(database);
          var statement = connection.createStatement()) {
        for (String each : statements) {
          statement.execute(each);
        }
      }
    }

    private void breakAudit() throws SQLException {
      asSuperuser(
          "CREATE TRIGGER full_disk BEFORE INSERT ON registry.audit FOR EACH STATEMENT"
              + " EXECUTE FUNCTION registry.refuse_change()");
    }

    @Test
    void nothingIsDisclosed() throws SQLException {
      String patient = registry.submit(ehr.consultation()).location("Patient");
      Exported export = Exported.begun(registry, "?_type=Patient");
      breakAudit();

      for (HttpAnswer answer :
          List.of(
              registry.get("/" + patient),
              registry.get("/" + patient + "/$everything"),
              export.file("Patient"))) {
        assertThat(answer)
            .isRefused(503)
            .hasIssue("database-unavailable")
            .doesNotSay("birthDate", ehr.clinicPseudonym());
      }
      assertThat(Exported.ask(registry, "")).isRefused(503);
      assertThat(export.cancel()).isRefused(503);
    }

    @Test
    void nothingIsWritten() throws SQLException {
      Map<String, Long> before = registry.clinicalRows();
      long receipts = registry.receipts();
      breakAudit();

      assertThat(registry.submit(ehr.consultation())).isRefused(503);
      assertThat(
              registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "diverse")))
          .isRefused(503);

      assertThat(registry.clinicalRows()).isEqualTo(before);
      assertThat(registry.receipts()).isEqualTo(receipts);
    }
  }

  private static String name(IdType id) {
    return id.getResourceType() + "/" + id.getIdPart() + "/_history/" + id.getVersionIdPart();
  }
}
