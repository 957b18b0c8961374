package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;

/**
 * A clinic does not learn that another clinic's patient exists, whichever way it asks: what it asks
 * about another's record is answered as if it asked about one that is not there.
 */
@GuardedRegistryTest
class LeakIT {
  // What they send before each test is a repeat after the first, and makes nothing twice.
  private static final Ehr MINE = Ehr.fresh();
  private static final Ehr THEIRS = Ehr.fresh();

  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;
  private RegistryUnderTest clinic;
  private String patient = "";
  private String observation = "";
  private String encounter = "";
  private String organization = "";

  LeakIT(RegistryUnderTest registry) {
    this.registry = registry;
    clinic = registry;
  }

  @BeforeEach
  void twoClinicsTreat() {
    clinic = treating(MINE);
    RegistryUnderTest other = treating(THEIRS);
    HttpAnswer session = other.submit(THEIRS.session());
    AnswerAssert.assertThat(session).isAccepted();
    observation = session.location("Observation");
    encounter = session.location("Encounter");
    patient =
        other
            .get("/Patient?identifier=" + THEIRS.patientToken())
            .bundle()
            .getEntryFirstRep()
            .getResource()
            .getIdElement()
            .toUnqualifiedVersionless()
            .getValue();
    organization =
        other
            .get("/Organization")
            .bundle()
            .getEntryFirstRep()
            .getResource()
            .getIdElement()
            .toUnqualifiedVersionless()
            .getValue();
    AnswerAssert.assertThat(clinic.submit(MINE.session())).isAccepted();
  }

  private RegistryUnderTest treating(Ehr ehr) {
    AnswerAssert.assertThat(steward().submit(ehr.registration())).isAccepted();
    RegistryUnderTest one = of(ehr);
    AnswerAssert.assertThat(one.submit(ehr.consultation())).isAccepted();
    return one;
  }

  private RegistryUnderTest steward() {
    return registry.with(
        identity.token(Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/*.cruds"));
  }

  private RegistryUnderTest of(Ehr ehr) {
    return registry.with(
        identity.token(
            Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, "system/*.cruds"));
  }

  @Nested
  class Reading {

    /** Each address with the other's id is answered as with an id that nothing has. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/%s",
          "/%s/_history/1",
          "/%s/_history",
          "/%s?_elements=identifier",
          "/%s?_summary=true",
          "/%s?_format=xml",
          "/%s/$validate",
          "/%s/_history/1?_pretty=true"
        })
    void isAnsweredAsIfNothingWereThere(String address) {
      for (String record : List.of(patient, observation, encounter, organization)) {
        String type = record.substring(0, record.indexOf('/'));
        HttpAnswer foreign = clinic.get(address.formatted(record));
        HttpAnswer absent = clinic.get(address.formatted(type + "/" + UUID.randomUUID()));
        assertThat(foreign.status()).as(address.formatted(record)).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(absent.text());
        assertThat(foreign.response().headers().map().keySet())
            .isEqualTo(absent.response().headers().map().keySet());
      }
    }

    @Test
    void findsNothingOfAnother() {
      String id = patient.substring(patient.indexOf('/') + 1);
      for (String search :
          List.of(
              "/Patient?identifier=" + THEIRS.patientToken(),
              "/Patient?_id=" + id,
              "/Patient?organization=" + organization,
              "/Patient?_has:Observation:patient:_id=" + idOf(observation),
              "/Observation?patient=" + patient,
              "/Observation?patient:Patient.identifier=" + THEIRS.patientToken(),
              "/Observation?encounter=" + encounter,
              "/Encounter?patient.identifier=" + THEIRS.patientToken(),
              "/Encounter?_has:Observation:encounter:_id=" + idOf(observation),
              "/Organization?identifier=" + THEIRS.clinicToken(),
              "/Organization?_id=" + idOf(organization),
              "/DetectedIssue?patient=" + patient,
              "/Consent?patient=" + patient)) {
        HttpAnswer answer = clinic.get(search);
        AnswerAssert.assertThat(answer).hasStatus(200);
        assertThat(answer.bundle().getEntry()).as(search).isEmpty();
        HttpAnswer counted = clinic.get(search + "&_summary=count");
        assertThat(counted.bundle().getTotal()).as(search).isZero();
      }
    }

    @Test
    void countsItsOwn() {
      assertThat(clinic.get("/Patient?_summary=count").bundle().getTotal()).isEqualTo(1);
      assertThat(clinic.get("/Patient?_total=accurate").bundle().getTotal()).isEqualTo(1);
      assertThat(clinic.get("/Organization?_summary=count").bundle().getTotal()).isEqualTo(1);
    }

    @Test
    void includesNothingOfAnother() {
      for (String search :
          List.of(
              "/Patient?_revinclude=Observation:patient&_revinclude=Encounter:patient",
              "/Observation?_include=Observation:patient&_include=Observation:encounter",
              "/Encounter?_include=Encounter:patient&_revinclude:iterate=Observation:patient",
              "/Organization?_revinclude=Patient:organization")) {
        assertThat(everything(clinic, search))
            .as(search)
            .isNotEmpty()
            .doesNotContain(patient, observation, encounter, organization);
      }
    }

    /** Whatever a value looks like, it is looked for, or not understood. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "' OR '1'='1",
          "x'; DROP TABLE registry.record; --",
          "a|b') OR 1=1 --",
          "1) UNION SELECT res_id FROM hfj_resource --",
          "%' OR sp_value LIKE '%",
          "$$; SELECT pg_sleep(0); $$",
          "Patient.descendants()",
          "iif(true, 'a', 'b')",
          "%resource.identifier",
          "\\'; --",
          "code; DROP TABLE hfj_resource",
          "${jndi:ldap://127.0.0.1/a}",
          "#{T(java.lang.Runtime)}"
        })
    void cannotBeInjectedInto(String attack) {
      String value = URLEncoder.encode(attack, StandardCharsets.UTF_8);
      Set<String> tables = registry.clinicalRows().keySet();
      for (String search :
          List.of(
              "/Patient?identifier=",
              "/Patient?_id=",
              "/Patient?organization=",
              "/Patient?_has:Observation:patient:code=",
              "/Patient?_lastUpdated=",
              "/Patient?_sort=",
              "/Patient?_elements=",
              "/Patient?_revinclude=",
              "/Observation?code=",
              "/Observation?date=",
              "/Observation?patient=",
              "/Observation?patient.identifier=",
              "/Observation?_include=",
              "/Observation?_count=",
              "/Task?identifier=",
              "/?_getpages=")) {
        HttpAnswer answer = clinic.get(search + value);
        assertThat(answer.status()).as(search + attack).isIn(200, 400, 404, 410);
        assertThat(answer.text()).doesNotContain(patient, observation, encounter, organization);
      }
      assertThat(registry.clinicalRows()).hasSameSizeAs(tables).doesNotContainValue(0L);
    }

    @Test
    void handsOutNothingOfAnother() {
      Exported export = Exported.begun(clinic, "");
      Exported theirs = Exported.begun(of(THEIRS), "");

      assertThat(export.records())
          .isNotEmpty()
          .doesNotContain(patient, observation, encounter, organization);
      assertThat(theirs.records()).contains(patient, observation, encounter, organization);
      assertThat(theirs.as(clinic).poll().text())
          .isEqualTo(clinic.get("/$export/" + UUID.randomUUID()).text());
      for (String rest :
          List.of("", "?_count=1", "?_type=Patient", "?_since=2020-01-01T00:00:00Z")) {
        HttpAnswer foreign = clinic.get("/" + patient + "/$everything" + rest);
        HttpAnswer absent = clinic.get("/Patient/" + UUID.randomUUID() + "/$everything" + rest);
        assertThat(foreign.status()).as(rest).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(absent.text());
        assertThat(foreign.response().headers().map().keySet())
            .isEqualTo(absent.response().headers().map().keySet());
      }
      assertThat(everything(clinic, "/" + ownPatient() + "/$everything?_count=5"))
          .isNotEmpty()
          .doesNotContain(patient, observation, encounter, organization);
      export.cancel();
      theirs.cancel();
    }

    private String ownPatient() {
      return "Patient/"
          + clinic.get("/Patient").bundle().getEntryFirstRep().getResource().getIdPart();
    }

    /** A page is asked for by an id that only who asked first was told. */
    @Test
    void turnsNoPageOfAnother() {
      Bundle first = of(THEIRS).get("/Observation?_count=2").bundle();
      String next = first.getLink("next").getUrl();
      String page = next.substring(next.indexOf("/fhir") + "/fhir".length());

      assertThat(of(THEIRS).get(page).bundle().getEntry()).hasSize(2);
      assertThat(clinic.get(page).status()).isIn(403, 404, 410);
      assertThat(registry.get(page).status()).isEqualTo(401);
    }

    private List<String> everything(RegistryUnderTest caller, String search) {
      List<String> found = new ArrayList<>();
      Bundle page = caller.get(search).bundle();
      while (true) {
        page.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(resource -> !(resource instanceof OperationOutcome))
            .map(one -> one.getIdElement().toUnqualifiedVersionless().getValue())
            .forEach(found::add);
        if (page.getLink("next") == null) {
          return found;
        }
        String next = page.getLink("next").getUrl();
        page = caller.get(next.substring(next.indexOf("/fhir") + "/fhir".length())).bundle();
      }
    }
  }

  @Nested
  class Writing {

    @Test
    void namesNoOtherClinic() {
      HttpAnswer answer = clinic.submit(THEIRS.nextPatient().consultation());
      AnswerAssert.assertThat(answer).isRefused(403).hasIssue("clinic-not-yours");
      HttpAnswer unknown = clinic.submit(Ehr.fresh().consultation());
      assertThat(codes(unknown)).isEqualTo(codes(answer));
    }

    @Test
    void refersToNoRecordOfAnother() {
      Draft foreign = conditionOf(patient);
      Draft absent = conditionOf("Patient/" + UUID.randomUUID());
      assertThat(codes(clinic.post("/Condition", foreign.text())))
          .contains("reference-unknown")
          .isEqualTo(codes(clinic.post("/Condition", absent.text())));
    }

    private Draft conditionOf(String subject) {
      return MINE.example("Condition-comorbidity-gb-1").withText("/subject/reference", subject);
    }

    @Test
    void changesNoRecordOfAnother() {
      String body = MINE.example("Patient-patient-gb-1").text();
      HttpAnswer foreign = clinic.put("/" + patient, body);
      HttpAnswer absent = clinic.put("/Patient/" + UUID.randomUUID(), body);
      assertThat(foreign.status()).isEqualTo(absent.status()).isEqualTo(404);
      assertThat(codes(foreign)).isEqualTo(codes(absent));
    }

    /** The same bytes of two clinics are two submissions. */
    @Test
    void isToldNothingOfAnothersSubmission() {
      HttpAnswer repeated = clinic.submit(THEIRS.session());
      AnswerAssert.assertThat(repeated).isRefused(403);
      assertThat(repeated.text()).doesNotContain(observation);
    }

    @Test
    void readsItsOwnReceiptsAlone() {
      HttpAnswer refused = of(THEIRS).submit(MINE.consultation());
      String receipt = "/Task/" + refused.receipt();
      AnswerAssert.assertThat(of(THEIRS).get(receipt)).hasStatus(200);
      assertThat(clinic.get(receipt).text())
          .isEqualTo(clinic.get("/Task/" + UUID.randomUUID()).text());
    }

    private static List<String> codes(HttpAnswer answer) {
      return answer.issues().stream().map(HttpAnswer.Issue::code).toList();
    }
  }

  private static String idOf(String record) {
    return Stream.of(record.split("/")).skip(1).findFirst().orElseThrow();
  }
}
