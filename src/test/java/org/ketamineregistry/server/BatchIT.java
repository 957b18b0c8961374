package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** In a batch each entry stands for itself. */
@RegistryTest
class BatchIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr;

  BatchIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  @Test
  void takesTheGoodAndRefusesTheBad() {
    Draft batch =
        Draft.bundle(
            "batch",
            patient(ehr.nextPatient()),
            Draft.entry(
                ehr.example("Patient-patient-gb-1").withText("/gender", "diverse"),
                "POST",
                "Patient"),
            patient(ehr.nextPatient()));

    HttpAnswer answer = registry.submit(batch);

    assertThat(answer).hasStatus(200);
    Bundle response = answer.bundle();
    assertThat(response.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
    assertThat(response.getEntry())
        .extracting(entry -> entry.getResponse().getStatus())
        .containsExactly("201 Created", "422", "201 Created");
    assertThat(response.getEntry())
        .allSatisfy(entry -> assertThat(codes(entry)).contains("receipt"));
    assertThat(
            outcome(response.getEntry().get(1))
                .getIssueFirstRep()
                .getExpression()
                .get(0)
                .getValue())
        .isEqualTo("Bundle.entry[1].resource.gender");
    assertThat(registry.get("/" + answer.locations().get(0))).hasStatus(200);
  }

  @Test
  void answersEveryEntryInItsPlace() {
    Draft batch =
        Draft.bundle(
            "batch",
            patient(ehr.nextPatient()),
            patient(ehr.nextPatient()).without("/request"),
            Draft.of("{\"request\":{\"method\":\"GET\",\"url\":\"Patient\"}}"),
            Draft.of("{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/1\"}}"),
            patient(ehr.nextPatient()).withText("/request/method", "PATCH"),
            patient(ehr.nextPatient()));

    HttpAnswer answer = registry.submit(batch);

    assertThat(answer).hasStatus(200);
    assertThat(answer.bundle().getEntry())
        .extracting(entry -> entry.getResponse().getStatus())
        .containsExactly("201 Created", "422", "422", "422", "422", "201 Created");
  }

  @Test
  void ofNothingButBadEntriesIsAnsweredEntryByEntry() {
    Map<String, Long> before = registry.clinicalRows();
    Draft bad = patient(ehr).without("/request");

    HttpAnswer answer = registry.submit(Draft.bundle("batch", bad, bad.without("/fullUrl")));

    assertThat(answer).hasStatus(200);
    assertThat(answer.bundle().getEntry()).hasSize(2);
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void withoutEntriesIsRefused() {
    assertThat(registry.submit("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"))
        .isRefused(422)
        .hasIssue("entry-request-invalid", "Bundle.entry");
  }

  @Test
  void doesNotLinkItsEntries() {
    HttpAnswer answer = registry.submit(ehr.consultation().withText("/type", "batch"));

    assertThat(answer).hasStatus(200);
    assertThat(answer.bundle().getEntry())
        .extracting(entry -> entry.getResponse().getStatus())
        .containsExactly("201 Created", "422", "422", "422");
    assertThat(answer).hasIssue("reference-dangling");
  }

  @Test
  void sentAgainCreatesNothing() {
    Draft batch =
        Draft.bundle(
            "batch", Draft.entry(ehr.example("Patient-patient-gb-1"), "PUT", ehr.patientUrl()));
    HttpAnswer first = registry.submit(batch);
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer second = registry.submit(batch);

    assertThat(second.locations()).isEqualTo(first.locations());
    assertThat(second.bundle().getEntryFirstRep().getResponse().getStatus()).isEqualTo("200 OK");
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  /** One entry's name is no reason to lose the others, nor do they keep it. */
  @Test
  void keepsOfARefusedEntryThatEntryAlone() {
    Draft named =
        ehr.example("Patient-patient-gb-1").with("/name/-", "{\"family\":\"Wolkenstein\"}");
    Draft wrong = ehr.nextPatient().example("Patient-patient-gb-1").withText("/gender", "x");
    Draft batch =
        Draft.bundle(
            "batch",
            Draft.entry(named, "POST", "Patient"),
            Draft.entry(named, "POST", "Patient").without("/request"),
            Draft.entry(wrong, "POST", "Patient"));

    HttpAnswer answer = registry.submit(batch);

    List<Integer> sizes =
        answer.bundle().getEntry().stream()
            .map(entry -> outcome(entry).getIssue())
            .map(issues -> issues.get(issues.size() - 1).getDiagnostics())
            .map(message -> payloadSize(message.substring(message.indexOf("Task/") + 5)))
            .toList();
    assertThat(sizes.subList(0, 2)).containsExactly(0, 0);
    assertThat(sizes.get(2)).isBetween(wrong.text().length(), batch.text().length() / 2);
  }

  private int payloadSize(String receipt) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT coalesce(length(payload), 0) FROM registry.receipt WHERE id = ?::uuid",
            Integer.class,
            receipt);
  }

  private static Draft patient(Ehr ehr) {
    return Draft.entry(ehr.example("Patient-patient-gb-1"), "POST", "Patient");
  }

  private static OperationOutcome outcome(BundleEntryComponent entry) {
    return (OperationOutcome) entry.getResponse().getOutcome();
  }

  private static List<String> codes(BundleEntryComponent entry) {
    return outcome(entry).getIssue().stream()
        .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
        .toList();
  }
}
