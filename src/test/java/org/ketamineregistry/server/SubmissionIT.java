package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.XML;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * What a clinic's system sees of the way through: a bundle in, a receipt out, a repeat for free.
 */
@RegistryTest
class SubmissionIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  SubmissionIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void takesAClinicAConsultationAndASession() {
    assertThat(registry.submit(ehr.registration())).isAccepted();
    assertThat(registry.submit(ehr.consultation())).isAccepted();
    HttpAnswer answer = registry.submit(ehr.session());

    assertThat(answer).isAccepted();
    assertThat(answer.header("X-Receipt").orElseThrow()).startsWith(registry.base() + "/Task/");
    Bundle response = answer.bundle();
    assertThat(response.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
    assertThat(response.getEntry())
        .hasSize(16)
        .allSatisfy(
            entry -> {
              assertThat(entry.getResponse().getStatus()).isEqualTo("201 Created");
              assertThat(entry.getResponse().getEtag()).isEqualTo("W/\"1\"");
            });
    assertThat(answer.locations())
        .allSatisfy(location -> assertThat(registry.get("/" + location)).hasStatus(200));
    assertThat(registry.get("/Patient?identifier=" + ehr.patientToken()).bundle().getEntry())
        .singleElement()
        .satisfies(
            found ->
                assertThat(((Patient) found.getResource()).getManagingOrganization().getReference())
                    .startsWith("Organization/"));
  }

  @Nested
  class Receipts {

    @Test
    void areReadableAsATaskThatMeetsItsProfile() {
      registry.register(ehr);
      HttpAnswer answer = registry.submit(ehr.consultation());

      HttpAnswer receipt = registry.get("/Task/" + answer.receipt());

      assertThat(receipt).hasStatus(200);
      Task task = receipt.resource(Task.class);
      assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(
              task.getOutput().stream()
                  .map(output -> ((Reference) output.getValue()).getReference())
                  .map(reference -> reference.replaceFirst("/_history/.*", "")))
          .containsAll(answer.locations());
      assertThat(ProfileCheck.errors(receipt.text())).isEmpty();
    }

    @Test
    void areFoundByTheIdentifierOfTheBundle() {
      registry.register(ehr);
      Draft consultation = ehr.consultation();
      HttpAnswer answer = registry.submit(consultation);

      Bundle found =
          registry
              .get(
                  "/Task?identifier="
                      + consultation.string("/identifier/system")
                      + "|"
                      + consultation.string("/identifier/value"))
              .bundle();

      assertThat(found.getEntry())
          .extracting(entry -> entry.getResource().getIdElement().getIdPart())
          .containsExactly(answer.receipt());
    }

    @Test
    void tellOfARefusalToo() {
      registry.register(ehr);
      HttpAnswer answer =
          registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "diverse"));
      assertThat(answer).isRefused(422).hasIssue("receipt");

      HttpAnswer receipt = registry.get("/Task/" + answer.receipt());

      assertThat(receipt.resource(Task.class).getStatus()).isEqualTo(TaskStatus.REJECTED);
      assertThat(receipt.text()).contains("Bundle.entry[0].resource.gender");
      assertThat(ProfileCheck.errors(receipt.text())).isEmpty();
    }
  }

  @Nested
  class Repeats {

    @Test
    void ofABundleReturnTheFirstReceiptAndMakeNothing() {
      registry.treating(ehr);
      HttpAnswer first = registry.submit(ehr.session());
      Map<String, Long> before = registry.clinicalRows();
      long receipts = registry.receipts();

      HttpAnswer second = registry.submit(ehr.session());

      assertThat(second).isAccepted().hasIssue("repeated");
      assertThat(second.receipt()).isEqualTo(first.receipt());
      assertThat(second.locations()).isEqualTo(first.locations());
      assertThat(registry.clinicalRows()).isEqualTo(before);
      assertThat(registry.receipts()).isEqualTo(receipts);
    }

    @Test
    void areKnownWhateverTheFormat() {
      registry.register(ehr);
      HttpAnswer first =
          registry.send(
              "POST",
              "",
              ehr.consultation().xml().getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              XML);
      assertThat(first).isAccepted();
      assertThat(first.header("Content-Type").orElseThrow()).startsWith(XML);

      HttpAnswer second = registry.submit(ehr.consultation());

      assertThat(second).isAccepted().hasIssue("repeated");
      assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    @Test
    void areKnownWithoutAnIdentifierAndWithAnotherTimestamp() {
      registry.register(ehr);
      HttpAnswer first = registry.submit(ehr.consultation().without("/identifier"));

      HttpAnswer second =
          registry.submit(
              ehr.consultation()
                  .without("/identifier")
                  .without("/id")
                  .withText("/timestamp", "2026-09-08T08:00:00Z"));

      assertThat(second).isAccepted().hasIssue("repeated");
      assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    @Test
    void sayWhereARecordWasChangedSince() {
      registry.treating(ehr);
      assertThat(registry.submit(ehr.session())).isAccepted().hasNoIssue("unchanged");
      assertThat(registry.submit(ehr.session())).hasIssue("repeated").hasNoIssue("superseded");
      int dose = ehr.session().indexOf("MedicationAdministration");
      Draft corrected =
          ehr.session()
              .withText("/identifier/value", "corrected")
              .with("/entry/" + dose + "/resource/dosage/dose/value", "41");
      assertThat(registry.submit(corrected)).isAccepted().hasNoIssue("unchanged");

      assertThat(registry.submit(ehr.session()))
          .isAccepted()
          .hasIssue("repeated")
          .hasIssue("superseded");
      assertThat(registry.submit(corrected)).isAccepted().hasNoIssue("superseded");
    }

    @Test
    void withOtherContentUnderTheSameIdentifierAreAConflict() {
      registry.register(ehr);
      registry.submit(ehr.consultation());

      HttpAnswer answer =
          registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "male"));

      assertThat(answer).isRefused(409).hasOnlyIssue("bundle-identifier-reused");
    }

    @Test
    void ofARefusedBundleAreTakenOnceTheyAreRight() {
      registry.register(ehr);
      assertThat(
              registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "diverse")))
          .isRefused(422);

      assertThat(registry.submit(ehr.consultation())).isAccepted().hasNoIssue("repeated");
    }

    @Test
    void ofWhatIsThereAlreadyNameItWithoutAVersion() {
      registry.register(ehr);
      registry.submit(ehr.consultation());

      HttpAnswer answer =
          registry.submit(ehr.consultation().withText("/identifier/value", "again"));

      var patient = answer.bundle().getEntryFirstRep().getResponse();
      assertThat(patient.getLocation()).matches("Patient/[0-9a-f-]{36}");
      assertThat(patient.hasEtag()).isFalse();
    }

    @Test
    void underANewIdentifierChangeNothingThatIsTheSame() {
      registry.treating(ehr);
      registry.submit(ehr.session());
      Map<String, Long> before = registry.clinicalRows();

      HttpAnswer answer = registry.submit(ehr.session().withText("/identifier/value", "again"));

      assertThat(answer).isAccepted().hasNoIssue("repeated").hasIssue("unchanged");
      assertThat(answer.bundle().getEntry())
          .allSatisfy(
              entry -> {
                assertThat(entry.getResponse().getStatus()).isEqualTo("200 OK");
                assertThat(entry.getResponse().getEtag()).isEqualTo("W/\"1\"");
              });
      assertThat(registry.clinicalRows()).isEqualTo(before);
    }
  }

  @Nested
  class AtTheSameMoment {

    @Test
    void eightTimesTheSameHaveOneEffect() {
      registry.treating(ehr);
      long receipts = registry.receipts();

      List<HttpAnswer> answers =
          Together.all(IntStream.range(0, 8).mapToObj(i -> () -> registry.submit(ehr.session())));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).isAccepted());
      assertThat(answers.stream().map(HttpAnswer::receipt).distinct()).hasSize(1);
      assertThat(answers.stream().map(HttpAnswer::locations).distinct()).hasSize(1);
      assertThat(registry.receipts()).isEqualTo(receipts + 1);
      assertThat(
              registry
                  .jdbc()
                  .queryForObject(
                      "SELECT count(*) FROM registry.identity WHERE system LIKE ?",
                      Long.class,
                      ehr.system() + "observation"))
          .isEqualTo(13);
    }

    @Test
    void theSameBatchEightTimesHasOneEffect() {
      registry.treating(ehr);
      Draft batch = ehr.session().withText("/type", "batch").without("/identifier");
      Draft encounter =
          batch.onlyEntries(e -> e.at("/resource/resourceType").asText().equals("Encounter"));

      List<HttpAnswer> answers =
          Together.all(IntStream.range(0, 8).mapToObj(i -> () -> registry.submit(encounter)));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
      assertThat(answers.stream().map(answer -> answer.location("Encounter")).distinct())
          .hasSize(1);
    }

    @Test
    void differentBundlesThatBringTheSamePatientMakeOnePatient() {
      registry.register(ehr);
      Stream<Draft> bundles =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      ehr.consultation()
                          .withText("/identifier/value", "B-" + i)
                          .replacing("T-2026-0412", "T-" + i)
                          .replacing("S-2026-0412", "S-" + i)
                          .replacing("C-2026-0412", "C-" + i));

      List<HttpAnswer> answers = Together.all(bundles.map(bundle -> () -> registry.submit(bundle)));

      assertThat(answers).allSatisfy(answer -> assertThat(answer).isAccepted());
      assertThat(answers.stream().map(answer -> answer.location("Patient")).distinct()).hasSize(1);
      assertThat(answers.stream().map(HttpAnswer::receipt).distinct()).hasSize(8);
      assertThat(registry.get("/Patient?identifier=" + ehr.patientToken()).bundle().getEntry())
          .hasSize(1);
    }

    @Test
    void differentContentUnderOneIdentifierIsTakenOnce() {
      registry.register(ehr);
      Stream<Draft> bundles =
          IntStream.range(0, 8)
              .mapToObj(i -> ehr.consultation().withText("/entry/0/resource/birthDate", "197" + i));

      List<HttpAnswer> answers = Together.all(bundles.map(bundle -> () -> registry.submit(bundle)));

      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() != 200))
          .hasSize(7)
          .allSatisfy(
              answer -> assertThat(answer).isRefused(409).hasIssue("bundle-identifier-reused"));
    }
  }
}
