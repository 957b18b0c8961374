package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** Single resources: create, correct, and what conditions mean. */
@RegistryTest
class UpdateIT {
  private static final String UUID_FORM =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final Draft patient;

  UpdateIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
    patient = ehr.example("Patient-patient-gb-1");
  }

  @Nested
  class Create {

    @Test
    void givesAnIdOfTheRegistrysOwn() {
      HttpAnswer answer = registry.post("/Patient", patient.withText("/id", "mine").text());

      assertThat(answer).hasStatus(201).isAccepted();
      assertThat(answer.location("Patient")).matches("Patient/" + UUID_FORM);
      assertThat(answer.header("Location").orElseThrow())
          .isEqualTo(registry.base() + "/" + answer.location("Patient") + "/_history/1");
      assertThat(answer.header("ETag")).contains("W/\"1\"");
      assertThat(answer.resource(Patient.class).getBirthDateElement().getValueAsString())
          .isEqualTo("1978");
      assertThat(registry.get("/Patient/mine")).isRefused(404);
    }

    @Test
    void ofAKnownIdentifierIsAConflictThatSaysHowToUpdate() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      HttpAnswer answer = registry.post("/Patient", patient.text());

      assertThat(answer).isRefused(409).hasOnlyIssue("identifier-exists");
      assertThat(answer.text()).contains(location, "PUT Patient?identifier=");
    }

    @Test
    void ifNoneExistMakesItOnce() {
      String condition = "identifier=" + ehr.patientToken();
      HttpAnswer first = registry.post("/Patient", patient.text(), "If-None-Exist", condition);
      Map<String, Long> before = registry.clinicalRows();

      HttpAnswer second =
          registry.post(
              "/Patient",
              patient.withText("/gender", "male").text(),
              "If-None-Exist",
              "?" + condition);

      assertThat(first).hasStatus(201);
      assertThat(second).hasStatus(200);
      assertThat(second.location("Patient")).isEqualTo(first.location("Patient"));
      assertThat(second.resource(Patient.class).getGender().toCode()).isEqualTo("female");
      assertThat(registry.clinicalRows()).isEqualTo(before);
    }

    @Test
    void onAConditionThatIsNoIdentifierIsRefused() {
      for (String condition :
          List.of("gender=female", "identifier=1", "identifier=a|b&gender=female", "", "_id=1")) {
        assertThat(registry.post("/Patient", patient.text(), "If-None-Exist", condition))
            .isRefused(400)
            .hasIssue("unsupported-condition");
      }
    }

    @Test
    void onAnIdentifierThatTheResourceDoesNotHaveIsRefused() {
      assertThat(
              registry.post("/Patient", patient.text(), "If-None-Exist", "identifier=urn:other|1"))
          .isRefused(422)
          .hasIssue("entry-request-invalid");
    }

    @Test
    void answersAsTheSenderPrefers() {
      assertThat(registry.post("/Patient", patient.text(), "Prefer", "return=minimal").text())
          .isEmpty();
      Draft next = ehr.nextPatient().example("Patient-patient-gb-1");
      assertThat(
              registry
                  .post("/Patient", next.text(), "Prefer", "return=OperationOutcome")
                  .resource(OperationOutcome.class))
          .isNotNull();
    }
  }

  @Nested
  class Update {

    @Test
    void byIdMakesAVersion() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      HttpAnswer answer = registry.put("/" + location, patient.withText("/gender", "other").text());

      assertThat(answer).hasStatus(200).isAccepted();
      assertThat(answer.header("ETag")).contains("W/\"2\"");
      assertThat(registry.get("/" + location).resource(Patient.class).getGender().toCode())
          .isEqualTo("other");
      Bundle history = registry.get("/" + location + "/_history").bundle();
      assertThat(history.getEntry()).hasSize(2);
    }

    @Test
    void onConditionMakesTheRecordAndThenAVersion() {
      HttpAnswer first = registry.put("/" + ehr.patientUrl(), patient.text());
      HttpAnswer same = registry.put("/" + ehr.patientUrl(), patient.text());
      HttpAnswer other =
          registry.put("/" + ehr.patientUrl(), patient.withText("/birthDate", "1979").text());

      assertThat(first).hasStatus(201);
      assertThat(same).hasStatus(200);
      assertThat(same.header("ETag")).contains("W/\"1\"");
      assertThat(other).hasStatus(200);
      assertThat(other.header("ETag")).contains("W/\"2\"");
      assertThat(other.location("Patient")).isEqualTo(first.location("Patient"));
    }

    @Test
    void ofAnUnknownIdIsRefusedAndMakesNothing() {
      Map<String, Long> before = registry.clinicalRows();

      for (String id : List.of(UUID.randomUUID().toString(), "mine", "1")) {
        assertThat(registry.put("/Patient/" + id, patient.text()))
            .isRefused(404)
            .hasOnlyIssue("not-found");
      }
      assertThat(registry.clinicalRows()).isEqualTo(before);
    }

    @Test
    void ofARecordOfAnotherTypeIsRefused() {
      String location = registry.post("/Patient", patient.text()).location("Patient");
      Draft observation = ehr.ofSession("Observation").without("/encounter");

      assertThat(registry.put("/" + location.replace("Patient", "Observation"), observation.text()))
          .isRefused();
    }

    @Test
    void whoseIdIsNotThatOfTheAddressIsRefused() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      assertThat(registry.put("/" + location, patient.withText("/id", "other").text()))
          .isRefused(400)
          .hasOnlyIssue("invalid-request");
    }

    @Test
    void ofAVersionThatIsNoLongerCurrentIsRefused() {
      String location = registry.post("/Patient", patient.text()).location("Patient");
      Draft changed = patient.withText("/gender", "other");

      assertThat(registry.put("/" + location, changed.text(), "If-Match", "W/\"7\""))
          .isRefused(412)
          .hasOnlyIssue("version-mismatch");
      assertThat(registry.put("/" + ehr.patientUrl(), changed.text(), "If-Match", "W/\"7\""))
          .isRefused(412)
          .hasOnlyIssue("version-mismatch");
      assertThat(registry.put("/" + location, changed.text(), "If-Match", "W/\"1\""))
          .hasStatus(200)
          .isAccepted();
      assertThat(registry.put("/" + location, patient.text(), "If-Match", "W/\"1\""))
          .isRefused(412);
    }

    @Test
    void ofAVersionOfARecordThatIsNotThereIsRefused() {
      assertThat(registry.put("/" + ehr.patientUrl(), patient.text(), "If-Match", "W/\"1\""))
          .isRefused(412)
          .hasOnlyIssue("version-mismatch");
    }

    @Test
    void ofAVersionThatIsNoneIsRefused() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      for (String version : List.of("abc", "W/\"-1\"", "*", "99999999999999999999")) {
        assertThat(registry.put("/" + location, patient.text(), "If-Match", version))
            .isRefused(400, 412, 422);
      }
    }

    @Test
    void atTheSameMomentLosesNothing() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      List<HttpAnswer> answers =
          Together.all(
              IntStream.range(0, 6)
                  .mapToObj(
                      i ->
                          () ->
                              registry.put(
                                  "/" + location,
                                  patient.withText("/birthDate", "196" + i).text())));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200, 409));
      long made = answers.stream().filter(answer -> answer.status() == 200).count();
      assertThat(registry.get("/" + location).header("ETag")).contains("W/\"" + (made + 1) + "\"");
    }

    @Test
    void ofOneVersionAtTheSameMomentIsTakenOnce() {
      String location = registry.post("/Patient", patient.text()).location("Patient");

      List<HttpAnswer> answers =
          Together.all(
              IntStream.range(0, 6)
                  .mapToObj(
                      i ->
                          () ->
                              registry.put(
                                  "/" + location,
                                  patient.withText("/birthDate", "196" + i).text(),
                                  "If-Match",
                                  "W/\"1\"")));

      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() != 200))
          .allSatisfy(answer -> assertThat(answer).isRefused(412));
    }

    @Test
    void keepsTheOldVersionsAndFollowsAnIdentifierThatIsAdded() {
      String location =
          registry.post("/Patient", patient.without("/identifier/0").text()).location("Patient");

      assertThat(registry.put("/" + ehr.patientUrl(), patient.text())).hasStatus(200);

      String token =
          "https://ketamine-registry.example/fhir/sid/registry-pseudonym|"
              + ehr.registryPseudonym();
      assertThat(registry.put("/Patient?identifier=" + token, patient.text()).location("Patient"))
          .isEqualTo(location);
      assertThat(registry.get("/" + location + "/_history/1").text())
          .doesNotContain(ehr.registryPseudonym());
    }

    /** An identifier once given means the same record for ever, so that no other can take it. */
    @Test
    void ofOneRecordWithTheIdentifierOfAnotherIsRefused() {
      registry.post("/Patient", patient.text());
      Draft next = ehr.nextPatient().example("Patient-patient-gb-1");
      String other = registry.post("/Patient", next.text()).location("Patient");

      HttpAnswer answer =
          registry.put("/" + other, next.with("/identifier", patient.at("/identifier")).text());

      assertThat(answer).isRefused(409).hasOnlyIssue("identifier-exists");
    }
  }

  @Test
  void keepsNothingOfMetaThatASenderClaims() {
    Draft claiming =
        patient.with(
            "/meta",
            """
            {"versionId": "7", "lastUpdated": "2020-01-01T00:00:00Z", "source": "urn:secret",
             "tag": [{"system": "urn:secret", "code": "secret"}],
             "security": [{"system": "urn:secret", "code": "secret"}],
             "profile": ["http://hl7.org/fhir/StructureDefinition/Patient"]}""");

    HttpAnswer answer = registry.post("/Patient", claiming.text());

    assertThat(answer).hasStatus(201).doesNotSay("secret");
    Meta meta = answer.resource(Patient.class).getMeta();
    assertThat(meta.getVersionId()).isEqualTo("1");
    assertThat(meta.getTag()).isEmpty();
    assertThat(meta.getSecurity()).isEmpty();
    assertThat(meta.getProfile())
        .extracting(profile -> profile.getValue())
        .containsExactly(
            "https://ketamine-registry.example/fhir/StructureDefinition/ketamine-patient");
    assertThat(registry.get("/" + answer.location("Patient"))).doesNotSay("secret");
  }

  @Test
  void tellsOfAProfileThatItDoesNotKnow() {
    HttpAnswer answer =
        registry.submit(
            ehr.consultation()
                .with("/entry/0/resource/meta/profile/-", "\"https://example.org/Unknown\""));

    assertThat(answer)
        .isAccepted()
        .hasIssue("profile-unknown", "Bundle.entry[0].resource.meta.profile");
  }

  @Test
  void correctsARecordThatWasEnteredInError() {
    registry.treating(ehr);
    HttpAnswer session = registry.submit(ehr.session());
    String location = session.location("Observation");
    Draft wrong = Draft.of(registry.get("/" + location).text());

    HttpAnswer answer =
        registry.put("/" + location, wrong.withText("/status", "entered-in-error").text());

    assertThat(answer).hasStatus(200).isAccepted();
    assertThat(registry.get("/" + location).resource(Observation.class).getStatus())
        .isEqualTo(Observation.ObservationStatus.ENTEREDINERROR);
  }
}
