package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.server.HttpAnswer.Issue;

/** Whose submission is it? Only a known clinic's, and of its own records. */
@RegistryTest
class ClinicIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  ClinicIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void whichTheRegistryDoesNotKnowIsRefused() {
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer answer = registry.submit(ehr.consultation());

    assertThat(answer)
        .isRefused(422)
        .hasOnlyIssue("clinic-unknown")
        .hasIssue("clinic-unknown", "Bundle.entry[0].resource.managingOrganization");
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void mustBeTold() {
    registry.register(ehr);
    Draft alone =
        Draft.bundle(
            "transaction",
            Draft.entry(
                ehr.example("Patient-patient-gb-1").without("/managingOrganization"),
                "POST",
                "Patient"));

    assertThat(registry.submit(alone)).isRefused(422);
  }

  @Test
  void isOneInOneSubmission() {
    registry.register(ehr);
    Ehr other = registry.register(Ehr.fresh());

    HttpAnswer answer =
        registry.submit(
            ehr.consultation()
                .withText("/entry/1/resource/managingOrganization/reference", other.clinicUrl()));

    assertThat(answer).isRefused(422).hasOnlyIssue("clinic-ambiguous");
  }

  /** A trial has one number, whichever clinic takes part in it. */
  @Test
  void isToldByWhatNoOtherClinicHas() {
    Ehr other = Ehr.fresh();
    String own = withATrial(ehr).location("ResearchStudy");
    String foreign = withATrial(other).location("ResearchStudy");
    Draft subject = ehr.example("ResearchSubject-study-subject-gb-1");

    HttpAnswer answer = registry.post("/ResearchSubject", subject.text());

    assertThat(answer).isAccepted();
    assertThat(registry.get("/" + answer.location("ResearchSubject")).text()).contains(own);
    assertThat(
            registry.put(
                "/" + answer.location("ResearchSubject"),
                subject
                    .withText("/id", answer.location("ResearchSubject").split("/")[1])
                    .withText("/study/reference", foreign)
                    .text()))
        .isRefused(422)
        .hasOnlyIssue("clinic-ambiguous");
  }

  private HttpAnswer withATrial(Ehr clinic) {
    registry.treating(clinic);
    HttpAnswer answer = registry.submit(clinic.transaction("ResearchStudy-study-gb-1"));
    assertThat(answer).isAccepted();
    return answer;
  }

  @Test
  void isRegisteredApart() {
    registry.register(ehr);
    Draft bundle =
        ehr.consultation().with("/entry/-", Ehr.fresh().registration().at("/entry/0").text());

    assertThat(registry.submit(bundle)).isRefused(422).hasOnlyIssue("clinic-registered-apart");
  }

  @Test
  void isTheSameAfterASecondRegistration() {
    String first = registry.submit(ehr.registration()).location("Organization");

    HttpAnswer second =
        registry.submit(
            ehr.registration()
                .withText("/identifier/value", "REG-2")
                .withText("/entry/0/resource/name", "Riverside Hospital"));

    assertThat(second).isAccepted();
    assertThat(second.location("Organization")).isEqualTo(first);
    assertThat(registry.get("/Organization?identifier=" + ehr.clinicToken()).bundle().getEntry())
        .hasSize(1);
  }

  /** Two clinics may have one vendor, whose numbers are alike. */
  @Test
  void mayUseAnIdentifierOfABundleThatAnotherClinicUses() {
    registry.register(ehr);
    Ehr other = registry.register(Ehr.fresh());
    String identifier = "{\"system\":\"https://vendor-" + ehr.system() + "\",\"value\":\"1\"}";

    HttpAnswer one = registry.submit(ehr.consultation().with("/identifier", identifier));
    HttpAnswer two = registry.submit(other.consultation().with("/identifier", identifier));

    assertThat(one).isAccepted();
    assertThat(two).isAccepted().hasNoIssue("repeated");
    assertThat(two.receipt()).isNotEqualTo(one.receipt());
  }

  /** A person whom two clinics treat has a record at each. */
  @Test
  void mayTreatAPatientWhomAnotherClinicTreats() {
    registry.treating(ehr);
    Ehr other = registry.register(Ehr.fresh());

    HttpAnswer answer =
        registry.submit(
            other.consultation().replacing(other.registryPseudonym(), ehr.registryPseudonym()));

    assertThat(answer).isAccepted();
    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM registry.record WHERE person = ? AND resource_type ="
                        + " 'Patient'",
                    Long.class,
                    ehr.registryPseudonym()))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|PSEUDONYM",
        "Patient?identifier=https://ketamine-registry.example/fhir/sid/registry-pseudonym|REGISTRY",
        "Patient/ID"
      })
  void learnsNothingOfAnotherClinicsPatient(String reference) {
    registry.register(ehr);
    String id = registry.submit(ehr.consultation()).location("Patient").substring(8);
    Ehr other = registry.treating(Ehr.fresh());
    Ehr nobody = Ehr.fresh();

    HttpAnswer foreign =
        registry.submit(
            about(
                other,
                reference
                    .replace("PSEUDONYM", ehr.clinicPseudonym())
                    .replace("REGISTRY", ehr.registryPseudonym())
                    .replace("ID", id)));
    HttpAnswer missing =
        registry.submit(
            about(
                other,
                reference
                    .replace("PSEUDONYM", nobody.clinicPseudonym())
                    .replace("REGISTRY", nobody.registryPseudonym())
                    .replace("ID", UUID.randomUUID().toString())));

    assertThat(foreign).isRefused(422).hasOnlyIssue("reference-unknown");
    assertThat(withoutReceipt(foreign)).isEqualTo(withoutReceipt(missing));
  }

  @Test
  void cannotChangeAnotherClinicsRecord() {
    registry.register(ehr);
    String patient = registry.submit(ehr.consultation()).location("Patient");
    Ehr other = registry.treating(Ehr.fresh());
    String body = other.nextPatient().example("Patient-patient-gb-1").text();

    HttpAnswer foreign = registry.put("/" + patient, body);
    HttpAnswer missing = registry.put("/Patient/" + UUID.randomUUID(), body);

    assertThat(foreign).isRefused(404).hasOnlyIssue("not-found");
    assertThat(withoutReceipt(foreign)).isEqualTo(withoutReceipt(missing));
    assertThat(registry.get("/" + patient).header("ETag")).contains("W/\"1\"");
  }

  private static Draft about(Ehr clinic, String patient) {
    return clinic.session().replacing(clinic.patientUrl(), patient);
  }

  private static List<Issue> withoutReceipt(HttpAnswer answer) {
    return answer.issues().stream().filter(issue -> !issue.code().equals("receipt")).toList();
  }
}
