package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.store.Exports;

/** Exports of records: how they are asked for and told of, by whom, and what they give. */
@GuardedRegistryTest
class ExportIT {
  // What they send before each test is a repeat after the first, and makes nothing twice.
  private static final Ehr MINE = Ehr.fresh();
  private static final Ehr THEIRS = Ehr.fresh();

  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;
  private final Exports exports;
  private final List<Exported> begun = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private RegistryUnderTest clinic;

  ExportIT(RegistryUnderTest registry, Exports exports) {
    this.registry = registry;
    this.exports = exports;
    clinic = registry;
  }

  @BeforeEach
  void twoClinicsTreat() {
    clinic = treating(MINE, records);
    treating(THEIRS, others);
  }

  @AfterEach
  void end() {
    begun.forEach(Exported::cancel);
  }

  private RegistryUnderTest treating(Ehr ehr, List<String> written) {
    assertThat(steward(Purpose.PUBLIC_HEALTH).submit(ehr.registration())).isAccepted();
    RegistryUnderTest one = of(ehr, "system/*.cruds");
    for (Draft sent : List.of(ehr.consultation(), ehr.session())) {
      HttpAnswer answer = one.submit(sent);
      assertThat(answer).isAccepted();
      written.addAll(answer.locations());
    }
    return one;
  }

  private RegistryUnderTest of(Ehr ehr, String... scopes) {
    return registry.with(
        identity.token(Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, scopes));
  }

  private RegistryUnderTest steward(Purpose purpose) {
    return registry.with(identity.token(Role.STEWARD, null, purpose, "system/*.cruds"));
  }

  private Exported begun(RegistryUnderTest caller, String query) {
    Exported export = Exported.begun(caller, query);
    begun.add(export);
    return export;
  }

  private static Set<String> types(List<String> locations) {
    Set<String> types = new TreeSet<>();
    locations.forEach(location -> types.add(location.substring(0, location.indexOf('/'))));
    return types;
  }

  @Nested
  class Begun {
    @Test
    void isToldOfByAManifestAtOnce() {
      Instant before = Instant.now();
      Exported export = begun(clinic, "?_type=Patient,Observation&_outputFormat=ndjson");

      HttpAnswer answer = export.poll();
      JsonNode manifest = export.manifest();

      assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
      assertThat(answer.header("Expires")).isPresent();
      assertThat(Instant.parse(manifest.path("transactionTime").asText()))
          .isBefore(Instant.now())
          .isAfter(before.minusSeconds(60));
      assertThat(manifest.path("request").asText())
          .isEqualTo(
              registry.base()
                  + "/Patient/$export?_type=Observation,Patient&_outputFormat=application/fhir%2Bndjson");
      assertThat(manifest.path("requiresAccessToken").asBoolean()).isTrue();
      assertThat(manifest.path("error").isArray()).isTrue();
      assertThat(export.types()).containsExactly("Observation", "Patient");
      assertThat(manifest.at("/output/1/url").asText())
          .isEqualTo(registry.base() + export.path() + "/Patient.ndjson");
      assertThat(manifest.path("extension").toString())
          .contains("\"Observation\":", "\"Patient\":", "Consent is asked again");
    }

    @Test
    void givesEveryRecordOfTheClinicAsItIsReadAndNoneOfAnother() {
      Exported export = begun(clinic, "");

      assertThat(export.records())
          .containsAll(records)
          .doesNotContainAnyElementsOf(others)
          .doesNotHaveDuplicates();
      assertThat(export.types())
          .containsAll(types(records))
          .contains("Organization", "DetectedIssue");
      for (String type : types(records)) {
        for (Draft resource : export.resources(type)) {
          assertThat(resource.node())
              .isEqualTo(
                  Draft.of(clinic.get("/" + type + "/" + resource.string("/id")).text()).node());
        }
      }
    }

    @Test
    void isNdjson() {
      HttpAnswer file = begun(clinic, "?_type=Observation").file("Observation");

      assertThat(file.header("Content-Type").orElseThrow()).startsWith("application/fhir+ndjson");
      assertThat(file.text()).endsWith("\n");
      assertThat(file.text().lines())
          .hasSizeGreaterThanOrEqualTo(13)
          .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void byPostTakesTheSameParameters() {
      HttpAnswer answer =
          clinic.post(
              "/Patient/$export",
              "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"_type\",\"valueString\":\"Patient\"}]}",
              "Prefer",
              "respond-async");

      Exported export = Exported.of(clinic, answer);
      begun.add(export);
      assertThat(export.types()).containsExactly("Patient");
    }

    /** Whoever asks again since the time of the last export is given what was written after it. */
    @Test
    void sinceTheTimeOfAnotherGivesWhatWasWrittenAfterIt() {
      JsonNode first = begun(clinic, "").manifest();
      Ehr next = MINE.nextPatient();
      HttpAnswer consultation = clinic.submit(next.consultation());
      assertThat(consultation).isAccepted();

      Exported later = begun(clinic, "?_since=" + first.path("transactionTime").asText());

      assertThat(later.records())
          .containsAll(consultation.locations())
          .doesNotContainAnyElementsOf(records);
    }

    /** What is under way is not among the records, and will bear the time at which it began. */
    @Test
    void saysNoLaterTimeThanThatOfWhatIsStillUnderWay() throws Exception {
      DataSource database = Objects.requireNonNull(registry.jdbc().getDataSource());
      try (Connection submission = database.getConnection();
          Statement statement = submission.createStatement()) {
        submission.setAutoCommit(false);
        statement.execute("SELECT 1");
        Instant begun = Instant.now();
        Thread.sleep(50);

        JsonNode manifest = begun(clinic, "?_type=Patient").manifest();

        assertThat(Instant.parse(manifest.path("transactionTime").asText())).isBefore(begun);
        submission.rollback();
      }
    }

    /** What is corrected after the beginning is given as it was. */
    @Test
    void givesTheVersionsThatWereCurrentThen() {
      Ehr next = MINE.nextPatient();
      String patient = clinic.submit(next.consultation()).location("Patient");
      Exported export = begun(clinic, "?_type=Patient");
      String corrected =
          Draft.of(clinic.get("/" + patient).text()).withText("/gender", "other").text();
      assertThat(clinic.put("/" + patient, corrected)).isAccepted();

      assertThat(export.resources("Patient"))
          .filteredOn(one -> patient.endsWith(one.string("/id")))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.string("/meta/versionId")).isEqualTo("1");
                assertThat(one.string("/gender")).isNotEqualTo("other");
              });
      assertThat(begun(clinic, "?_type=Patient").file("Patient").text()).contains("\"other\"");
    }

    /** A file goes on over its parts. */
    @Test
    void hasFilesOfAnyLength() {
      Draft weight = MINE.example("Observation-body-weight-gb-1");
      Draft[] entries =
          IntStream.range(0, 300)
              .mapToObj(i -> weight.withText("/identifier/0/value", "weight " + i))
              .map(
                  one ->
                      Draft.entry(
                          one,
                          "PUT",
                          "Observation?identifier="
                              + one.string("/identifier/0/system")
                              + "|"
                              + one.string("/identifier/0/value")))
              .toArray(Draft[]::new);
      assertThat(clinic.submit(Draft.bundle("transaction", entries))).isAccepted();

      List<String> observations = begun(clinic, "?_type=Observation").records();

      assertThat(observations).hasSizeGreaterThan(250).doesNotHaveDuplicates();
      assertThat(clinic.get("/Observation?_summary=count").bundle().getTotal())
          .isEqualTo(observations.size());
    }
  }

  /** Of everybody, of a clinic's patients, of a study's subjects. */
  @Nested
  class AtALevel {
    private Exported begunAt(String level, RegistryUnderTest caller, String query) {
      Exported export = Exported.of(caller, Exported.askAt(level, caller, query));
      begun.add(export);
      assertThat(export.manifest().path("request").asText())
          .startsWith(registry.base() + level + "?");
      return export;
    }

    private String organization(Ehr ehr) {
      return steward(Purpose.PUBLIC_HEALTH)
          .get("/Organization?identifier=" + ehr.clinicToken())
          .bundle()
          .getEntryFirstRep()
          .getResource()
          .getIdElement()
          .getIdPart();
    }

    @Test
    void ofTheSystemHasWhatThatOfAllPatientsHas() {
      assertThat(begunAt("/$export", clinic, "?_type=Patient,Encounter,Organization").records())
          .containsExactlyInAnyOrderElementsOf(
              begun(clinic, "?_type=Patient,Encounter,Organization").records());
    }

    @Test
    void ofAClinicHasItsPatientsAndNoOthers() {
      String level = "/Group/" + organization(MINE) + "/$export";

      assertThat(
              begunAt(level, steward(Purpose.PUBLIC_HEALTH), "?_type=Patient,Encounter").records())
          .containsAll(
              records.stream().filter(one -> one.matches("(Patient|Encounter)/.*")).toList())
          .doesNotContainAnyElementsOf(others);
      assertThat(begunAt(level, clinic, "?_type=Patient").records()).isNotEmpty();
      assertThat(
              Exported.askAt(
                  "/Group/" + organization(THEIRS) + "/$export", clinic, "?_type=Patient"))
          .isRefused(404)
          .hasOnlyIssue("not-found");
    }

    @Test
    void ofAStudyHasItsSubjectsAndNoOthers() {
      HttpAnswer submitted = clinic.submit(MINE.bundle("submission-case-report"));
      assertThat(submitted).isAccepted();
      Ehr next = MINE.nextPatient();
      String outside = clinic.submit(next.consultation()).location("Patient");
      String level = "/Group/" + submitted.location("ResearchStudy").split("/")[1] + "/$export";

      List<String> found =
          begunAt(level, clinic, "?_type=Patient,Encounter,ResearchStudy,ResearchSubject")
              .records();

      assertThat(found)
          .contains(submitted.location("ResearchStudy"), submitted.location("ResearchSubject"))
          .doesNotContain(outside)
          .filteredOn(one -> one.startsWith("Patient/"))
          .hasSize(1)
          .isSubsetOf(records);
      assertThat(found).anyMatch(one -> one.startsWith("Encounter/"));
      assertThat(Exported.askAt(level, of(THEIRS, "system/*.rs"), "")).isRefused(404);
    }
  }

  @Nested
  class Filtered {
    @Test
    void hasOfATypeWhatOneOfItsSearchesFinds() {
      List<String> all = begun(clinic, "?_type=Observation,Encounter").records();
      List<String> weights =
          begun(clinic, "?_type=Observation,Encounter&_typeFilter=Observation%3Fcode%3D29463-7")
              .records();

      assertThat(weights).isSubsetOf(all).hasSizeLessThan(all.size());
      assertThat(weights.stream().filter(one -> one.startsWith("Encounter/")))
          .containsExactlyInAnyOrderElementsOf(
              all.stream().filter(one -> one.startsWith("Encounter/")).toList());
      assertThat(weights).anyMatch(one -> one.startsWith("Observation/"));

      assertThat(
              begun(
                      clinic,
                      "?_type=Observation&_typeFilter=Observation%3Fcode%3D29463-7%26date%3Dlt1990-01-01"
                          + ",Observation%3Fcode%3D29463-7,85354-9")
                  .records())
          .as("either of two searches, and in one either of two codes")
          .hasSizeGreaterThan(weights.size() - 1)
          .isSubsetOf(all);
      assertThat(
              begun(clinic, "?_type=Observation&_typeFilter=Observation%3Fdate%3Dlt1990-01-01")
                  .records())
          .isEmpty();
    }

    /** A search looks at the records of all clinics, and finds for a clinic its own alone. */
    @Test
    void hasNothingThatItHadNotWithoutIt() {
      assertThat(
              begun(clinic, "?_type=Patient&_typeFilter=Patient%3F_lastUpdated%3Dge2000").records())
          .containsExactlyInAnyOrderElementsOf(begun(clinic, "?_type=Patient").records())
          .doesNotContainAnyElementsOf(others);
    }

    @Test
    void doesNotRepeatTheSearchInItsManifest() {
      assertThat(
              begun(clinic, "?_typeFilter=Patient%3Fidentifier%3Dnobody-17").manifest().toString())
          .doesNotContain("nobody-17");
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "?_type=Task",
          "?_type=AuditEvent",
          "?_type=Nothing",
          "?_type=",
          "?_since=yesterday",
          "?_since=2026-01-01",
          "?_since=2026-01-01T00:00:00Z&_since=2026-01-01T00:00:00Z",
          "?_outputFormat=text/csv",
          "?_typeFilter=gender%3Dmale",
          "?_typeFilter=Patient",
          "?_typeFilter=Patient%3F",
          "?_typeFilter=Task%3Fstatus%3Dcompleted",
          "?_type=Patient&_typeFilter=Observation%3Fcode%3D1",
          "?_typeFilter=Patient%3F_has:Observation:subject:code%3D1",
          "?_typeFilter=Observation%3Fsubject.gender%3Dmale",
          "?_typeFilter=Observation%3F_include%3DObservation:subject",
          "?_typeFilter=Observation%3F_sort%3Ddate",
          "?_typeFilter=Observation%3Fdate%3Dyesterday",
          "?_elements=id",
          "?patient=Patient/1",
          "?colour=blue"
        })
    void areParametersThatAreNotSupported(String query) {
      assertThat(Exported.ask(clinic, query)).isRefused(400).hasOnlyIssue("invalid-request");
    }

    @Test
    void isASearchByWhatTheTypeIsNotSearchedBy() {
      assertThat(Exported.ask(clinic, "?_typeFilter=Patient%3Fcolour%3Dblue"))
          .isRefused(400)
          .hasOnlyIssue("search-not-allowed");
    }

    @Test
    void isWhoeverWaitsForTheAnswer() {
      assertThat(clinic.get("/Patient/$export")).isRefused(400).hasOnlyIssue("invalid-request");
      begun.add(
          Exported.of(
              clinic, clinic.get("/Patient/$export", "Prefer", "handling=strict, respond-async")));
    }

    @Test
    void isAnotherBody() {
      for (String body : List.of("{\"resourceType\":\"Patient\"}", "{", "[]")) {
        assertThat(clinic.post("/Patient/$export", body, "Prefer", "respond-async")).isRefused(400);
      }
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "HEAD"})
    void isAnotherMethod(String method) {
      HttpAnswer answer =
          clinic.send(method, "/Patient/$export", new byte[0], "Prefer", "respond-async");

      assertThat(answer).hasStatus(405);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/Patient/1/$export",
          "/Group/$export",
          "/Group/1/$export",
          "/Group/0b6f7f0e-1111-4222-8333-444455556666/$export",
          "/Observation/$export"
        })
    void isAnExportOfAnotherKind(String path) {
      assertThat(clinic.get(path, "Prefer", "respond-async")).isRefused(400, 403, 404, 405);
    }

    @Test
    void isATypeThatTheScopesDoNotCover() {
      RegistryUnderTest narrow = of(MINE, "system/Patient.rs", "system/Observation.r");

      assertThat(Exported.ask(narrow, "?_type=Patient,Encounter"))
          .isRefused(403)
          .hasOnlyIssue("scope-missing");
      HttpAnswer unsearched = Exported.ask(narrow, "?_type=Observation");
      assertThat(unsearched).isRefused(403).hasOnlyIssue("scope-missing");
      assertThat(unsearched.text()).contains("system/Observation.s");
      assertThat(Exported.ask(of(MINE, "system/Observation.c"), ""))
          .isRefused(403)
          .hasOnlyIssue("scope-missing");
      assertThat(begun(narrow, "").types()).containsExactly("Patient");
    }

    @Test
    void isWhoeverKeepsTheRegistry() {
      assertThat(Exported.ask(steward(Purpose.ADMINISTRATION), ""))
          .isRefused(403)
          .hasOnlyIssue("purpose-missing");
    }

    @Test
    void isWhoeverHasTooMany() {
      Ehr busy = Ehr.fresh();
      RegistryUnderTest client = treating(busy, new ArrayList<>());
      HttpAnswer answer = Exported.ask(client, "?_type=Patient");
      Exported first = Exported.of(client, answer);
      for (int i = 1; i < 10; i++) {
        answer = Exported.ask(client, "?_type=Patient");
        assertThat(answer).hasStatus(202);
      }

      HttpAnswer refused = Exported.ask(client, "?_type=Patient");

      assertThat(refused).isRefused(429).hasOnlyIssue("too-many-exports");
      assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
          .isBetween(80_000, 86_400);
      assertThat(first.cancel()).hasStatus(202);
      assertThat(Exported.ask(client, "?_type=Patient")).hasStatus(202);
    }
  }

  @Nested
  class Told {
    private Exported export = begun(steward(Purpose.PUBLIC_HEALTH), "?_type=Organization");

    /** To whoever did not begin it, with the same right, there is no such export. */
    @Test
    void toNobodyElse() {
      export = begun(clinic, "?_type=Patient,Observation");
      String absent = clinic.get("/$export/" + UUID.randomUUID()).text();
      RegistryUnderTest colleague =
          registry.with(
              identity
                  .ask(
                      identity.register(Role.SUBMITTING_CLINIC, MINE.clinicToken()),
                      "purpose/TREAT system/*.cruds")
                  .token());
      for (RegistryUnderTest other :
          List.of(
              of(THEIRS, "system/*.cruds"),
              of(MINE, "system/Patient.rs"),
              of(MINE, "system/Patient.rs", "system/Observation.r"),
              colleague,
              steward(Purpose.PUBLIC_HEALTH),
              registry.with(
                  identity.personToken(
                      Role.CLINICIAN, MINE.clinicToken(), Purpose.TREATMENT, "user/*.rs")),
              registry.with(
                  identity.token(
                      Role.ANALYST, null, Purpose.PUBLIC_HEALTH, "system/Measure.rs")))) {
        Exported theirs = export.as(other);
        for (HttpAnswer answer : List.of(theirs.poll(), theirs.file("Patient"), theirs.cancel())) {
          assertThat(answer).isRefused(404).hasOnlyIssue("not-found");
          assertThat(answer.text()).isEqualTo(absent);
        }
      }
      assertThat(export.as(registry).poll()).isRefused(401);
      assertThat(export.as(registry).file("Patient")).isRefused(401);
      assertThat(export.as(of(MINE, "system/Patient.rs", "system/Observation.rs")).records())
          .isNotEmpty();
    }

    @Test
    void toItsStewardForItsPurposeAlone() {
      assertThat(export.as(steward(Purpose.PUBLIC_HEALTH)).poll()).hasStatus(200);
      assertThat(export.as(steward(Purpose.PATIENT_SAFETY)).poll()).isRefused(404);
      assertThat(export.as(steward(Purpose.RESEARCH)).file("Organization")).isRefused(404);
    }

    @Test
    void untilItIsCancelled() {
      assertThat(export.cancel()).hasStatus(202);

      assertThat(export.poll()).isRefused(404);
      assertThat(export.file("Organization")).isRefused(404);
      assertThat(export.cancel()).isRefused(404);
      assertThat(rows(export)).isZero();
    }

    @Test
    void untilItExpires() {
      registry
          .jdbc()
          .update(
              "UPDATE registry.export_job SET expires_at = now() - interval '1 second' WHERE id = ?::uuid",
              id(export));

      assertThat(export.poll()).isRefused(404);
      assertThat(export.file("Organization")).isRefused(404);
      assertThat(rows(export)).isPositive();
      exports.sweep();
      assertThat(rows(export)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/$export/",
          "/$export/1",
          "/$export/JOB/",
          "/$export/JOB/Patient",
          "/$export/JOB/Patient.ndjson",
          "/$export/JOB/Organization.json",
          "/$export/JOB/x/Organization.ndjson",
          "/$export/JOB/organization.ndjson"
        })
    void atNoOtherAddress(String path) {
      assertThat(steward(Purpose.PUBLIC_HEALTH).get(path.replace("JOB", id(export))))
          .isRefused(404);
    }

    @Test
    void byNoOtherMethod() {
      RegistryUnderTest caller = steward(Purpose.PUBLIC_HEALTH);
      for (String method : List.of("POST", "PUT", "PATCH")) {
        assertThat(caller.send(method, export.path(), new byte[0])).isRefused(405);
      }
      assertThat(caller.send("DELETE", export.path() + "/Organization.ndjson", new byte[0]))
          .isRefused(405);
      assertThat(caller.send("HEAD", export.path(), new byte[0])).hasStatus(200);
      assertThat(caller.send("HEAD", export.path() + "/Organization.ndjson", new byte[0]))
          .hasStatus(200);
      assertThat(caller.get(export.path() + "/Organization.ndjson", "Accept", "text/csv"))
          .isRefused(406);
      assertThat(
              caller.get(
                  export.path() + "/Organization.ndjson", "Accept", "application/fhir+ndjson"))
          .hasStatus(200);
    }

    private long rows(Exported of) {
      Long rows =
          registry
              .jdbc()
              .queryForObject(
                  "SELECT (SELECT count(*) FROM registry.export_job WHERE id = ?::uuid) + (SELECT count(*) FROM"
                      + " registry.export_record WHERE job = ?::uuid)",
                  Long.class,
                  id(of),
                  id(of));
      return rows == null ? 0 : rows;
    }

    private static String id(Exported of) {
      return of.path().replace("/$export/", "");
    }
  }

  /** Research gets records through the steward, of persons who permit it. */
  @Nested
  class ForResearch {
    private final RegistryUnderTest research = steward(Purpose.RESEARCH);

    @Test
    void givesPersonsWhoPermitItAndNobodyElse() {
      Ehr willing = MINE.nextPatient();
      List<String> given = new ArrayList<>(clinic.submit(willing.consultation()).locations());
      given.addAll(clinic.submit(willing.session()).locations());
      assertThat(
              clinic.submit(Decision.aboutResearch(willing, "permit", "2026-09-09T10:00:00+01:00")))
          .isAccepted();

      List<String> exported = begun(research, "").records();

      assertThat(exported).containsAll(given).doesNotContainAnyElementsOf(records);
      assertThat(research.get("/" + given.get(0))).hasStatus(200);
      assertThat(research.get("/" + records.get(0))).isRefused(404);
    }

    /** R14: what is kept for drug safety alone is given for that purpose, whatever is permitted. */
    @Test
    void givesNothingThatIsKeptForDrugSafetyAlone() {
      Ehr denying = MINE.nextPatient();
      clinic.submit(denying.consultation());
      assertThat(clinic.submit(Decision.aboutHolding(denying, "deny", "2026-09-09T10:00:00+01:00")))
          .isAccepted();
      Draft session = denying.session();
      HttpAnswer event =
          clinic.submit(
              Draft.bundle(
                  "transaction",
                  session.at("/entry/" + session.indexOf("Encounter")),
                  session.at("/entry/" + session.indexOf("MedicationAdministration")),
                  session.at("/entry/" + session.indexOf("AdverseEvent"))));
      assertThat(event).isAccepted();
      assertThat(
              clinic.submit(Decision.aboutResearch(denying, "permit", "2026-09-10T10:00:00+01:00")))
          .isAccepted();

      assertThat(begun(research, "").records()).doesNotContainAnyElementsOf(event.locations());
      assertThat(begun(steward(Purpose.PUBLIC_HEALTH), "").records())
          .doesNotContainAnyElementsOf(event.locations());
      assertThat(begun(steward(Purpose.PATIENT_SAFETY), "").records())
          .containsAll(event.locations());
    }

    @Test
    void isTheStewardsAlone() {
      assertThat(
              identity
                  .ask(
                      identity.register(Role.SUBMITTING_CLINIC, MINE.clinicToken()),
                      "purpose/HRESCH system/*.rs")
                  .error())
          .isEqualTo("invalid_scope");
    }
  }

  @Nested
  class Everything {
    @Test
    void givesTheRecordsOfAPatientWithTheirClinic() {
      HttpAnswer answer = clinic.get("/" + patient() + "/$everything");

      assertThat(answer).hasStatus(200);
      assertThat(found(answer)).containsAll(records).doesNotContainAnyElementsOf(others);
      assertThat(found(answer).get(0)).isEqualTo(patient());
      assertThat(answer.text()).contains("\"Organization\"", "\"DetectedIssue\"");
      assertThat(answer.bundle().getTotal())
          .isEqualTo(
              (int)
                  answer.bundle().getEntry().stream()
                      .filter(entry -> entry.getSearch().getMode().toCode().equals("match"))
                      .count());
    }

    @Test
    void givesOnePatientAndNoOther() {
      HttpAnswer neighbour = clinic.submit(MINE.nextPatient().consultation());

      assertThat(found(clinic.get("/" + patient() + "/$everything")))
          .doesNotContainAnyElementsOf(neighbour.locations());
      assertThat(found(clinic.get("/" + neighbour.location("Patient") + "/$everything")))
          .containsAll(neighbour.locations())
          .doesNotContainAnyElementsOf(records);
    }

    @Test
    void isWholeOverItsPages() {
      List<String> all = new ArrayList<>();
      String next = "/" + patient() + "/$everything?_count=4";
      while (next != null) {
        HttpAnswer page = clinic.get(next);
        assertThat(page).hasStatus(200);
        var matches =
            page.bundle().getEntry().stream()
                .filter(entry -> entry.getSearch().getMode().toCode().equals("match"))
                .map(
                    entry -> entry.getResource().fhirType() + "/" + entry.getResource().getIdPart())
                .toList();
        assertThat(matches).hasSizeBetween(1, 4);
        all.addAll(matches);
        var link = page.bundle().getLink("next");
        next = link == null ? null : link.getUrl().substring(registry.base().length());
      }
      assertThat(all).doesNotHaveDuplicates().containsAll(records);
      assertThat(all).hasSize(clinic.get("/" + patient() + "/$everything").bundle().getTotal());
    }

    @Test
    void givesTheTypesThatAreAskedForAndWhatIsNew() {
      assertThat(types(found(clinic.get("/" + patient() + "/$everything?_type=Consent,Patient"))))
          .containsExactly("Consent", "Patient");
      assertThat(
              found(
                  clinic.get(
                      "/" + patient() + "/$everything?_since=" + Instant.now().plusSeconds(60))))
          .isEmpty();
      assertThat(
              types(
                  found(
                      clinic.post(
                          "/" + patient() + "/$everything",
                          "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"_type\",\"valueCode\":\"Encounter\"}]}"))))
          .containsExactly("Encounter");
    }

    @Test
    void givesTheTypesThatTheScopesCover() {
      RegistryUnderTest narrow = of(MINE, "system/Patient.rs", "system/Encounter.rs");

      assertThat(types(found(narrow.get("/" + patient() + "/$everything"))))
          .containsExactly("Encounter", "Patient");
      assertThat(narrow.get("/" + patient() + "/$everything?_type=Consent"))
          .isRefused(403)
          .hasOnlyIssue("scope-missing");
      assertThat(of(MINE, "system/Encounter.rs").get("/" + patient() + "/$everything"))
          .isRefused(403)
          .hasOnlyIssue("scope-missing");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "start=2026-01-01",
          "end=2026-01-01",
          "_count=0",
          "_count=x",
          "_count=1&_count=2",
          "_type=Task",
          "_since=now",
          "_after=x",
          "_elements=id"
        })
    void refusesWhatItDoesNotDo(String query) {
      assertThat(clinic.get("/" + patient() + "/$everything?" + query))
          .isRefused(400)
          .hasOnlyIssue("invalid-request");
    }

    @Test
    void isOfPatientsAlone() {
      String observation =
          records.stream().filter(at -> at.startsWith("Observation/")).findFirst().orElseThrow();
      String id = observation.replace("Observation/", "");

      assertThat(clinic.get("/Patient/" + id + "/$everything")).isRefused(404);
      assertThat(clinic.get("/" + observation + "/$everything")).isRefused(400, 405);
      assertThat(clinic.get("/Patient/$everything")).isRefused(400, 405);
      assertThat(clinic.put("/" + patient() + "/$everything", "{}")).isRefused(405);
    }

    private String patient() {
      return records.stream().filter(at -> at.startsWith("Patient/")).findFirst().orElseThrow();
    }

    private List<String> found(HttpAnswer answer) {
      assertThat(answer).hasStatus(200);
      return answer.bundle().getEntry().stream()
          .map(entry -> entry.getResource().fhirType() + "/" + entry.getResource().getIdPart())
          .toList();
    }
  }

  @Test
  void leavesARowForEachStepThatNamesWhatWasGiven() {
    HttpAnswer answer = Exported.ask(clinic, "?_type=Patient");
    Exported export = Exported.of(clinic, answer);
    HttpAnswer file = export.file("Patient");
    HttpAnswer cancelled = export.cancel();

    assertThat(rows(answer)).singleElement().asString().contains("E $export 202 _type");
    assertThat(rows(file))
        .singleElement()
        .asString()
        .contains("E $export 200")
        .contains(patients());
    assertThat(rows(cancelled)).singleElement().asString().contains("D $export 202");
  }

  private List<String> patients() {
    return records.stream()
        .filter(at -> at.startsWith("Patient/"))
        .map(at -> at + "/_history/1")
        .toList();
  }

  private List<String> rows(HttpAnswer answer) {
    return registry
        .jdbc()
        .queryForList(
            """
            SELECT concat_ws(' ', action, interaction, status, array_to_string(parameters, ' '),
              array_to_string(records, ' ')) FROM registry.audit WHERE request = ?
            """,
            String.class,
            answer.header("X-Request-Id").orElseThrow());
  }
}
