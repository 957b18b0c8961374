package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** Trials and single cases are submitted like any record, and found as such (R9). */
@RegistryTest
class CaseReportIT {
  private static final String CASE =
      "type=https://ketamine-registry.example/fhir/CodeSystem/record-kind-cs|case-report";

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();
  private String patient = "";
  private String session = "";

  CaseReportIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  /** The clinic has treated the patient, and the registry has what the case is told by. */
  @BeforeEach
  void treat() {
    registry.register(ehr);
    patient = registry.submit(ehr.consultation()).location("Patient");
    session = registry.submit(ehr.session()).location("Encounter");
  }

  private Draft submission() {
    return ehr.bundle("submission-case-report");
  }

  @Nested
  class Found {
    private String report = "";
    private String study = "";
    private String subject = "";

    @BeforeEach
    void submit() {
      HttpAnswer answer = registry.submit(submission());
      assertThat(answer).isAccepted();
      report = answer.location("Composition");
      study = answer.location("ResearchStudy");
      subject = answer.location("ResearchSubject");
    }

    @Test
    void byWhatTheyAre() {
      assertThat(ids("/Composition?" + CASE + "&subject=" + patient)).containsExactly(report);
      assertThat(ids("/Composition?type=case-report&category=unexpected-harm&subject=" + patient))
          .isEmpty();
    }

    @Test
    void byWhatTheyTell() {
      assertThat(ids("/Composition?entry=" + session)).containsExactly(report);
    }

    @Test
    void withTheRecordsThatTellThem() {
      Bundle found =
          registry
              .get(
                  "/Composition?_include=Composition:entry&_include=Composition:subject&subject="
                      + patient)
              .bundle();
      assertThat(found.getEntry())
          .extracting(entry -> entry.getResource().fhirType())
          .containsOnlyOnce("Composition", "Patient", "EpisodeOfCare", "AdverseEvent")
          .contains("Encounter", "MedicationAdministration", "Observation", "Consent");
    }

    @Test
    void byTheNumberOfTheTrial() {
      assertThat(ids("/ResearchStudy?identifier=https://www.isrctn.com/ISRCTN|ISRCTN99999999"))
          .contains(study);
      assertThat(ids("/ResearchSubject?study=" + study)).containsExactly(subject);
      assertThat(ids("/ResearchSubject?individual=" + patient + "&status=on-study-intervention"))
          .containsExactly(subject);
    }
  }

  @Test
  void areKeptAsTheyWereSent() {
    HttpAnswer answer = registry.submit(submission());

    var report = registry.get("/" + answer.location("Composition")).resource(Composition.class);
    assertThat(report.getTitle()).isEqualTo("Ketamine case report");
    assertThat(report.getSubject().getReference()).isEqualTo(patient);
    assertThat(report.getSection())
        .allSatisfy(
            section ->
                assertThat(section.getEntry())
                    .extracting(Reference::getReference)
                    .isNotEmpty()
                    .allMatch(reference -> reference.matches("[A-Z][A-Za-z]+/[0-9a-f-]{36}")));
    var study = registry.get("/" + answer.location("ResearchStudy")).resource(ResearchStudy.class);
    assertThat(study.getArm()).extracting(arm -> arm.getName()).containsExactly("KET-0.5", "MID");
    var subject =
        registry.get("/" + answer.location("ResearchSubject")).resource(ResearchSubject.class);
    assertThat(subject.getStudy().getReference()).isEqualTo(answer.location("ResearchStudy"));
    assertThat(subject.getIndividual().getReference()).isEqualTo(patient);
  }

  @Test
  void areCorrected() {
    String report = registry.submit(submission()).location("Composition");
    Draft corrected =
        submission()
            .withText("/identifier/value", "B-2026-0032")
            .withText("/entry/2/resource/status", "amended");

    assertThat(registry.submit(corrected)).isAccepted();

    var now = registry.get("/" + report).resource(Composition.class);
    assertThat(now.getStatus().toCode()).isEqualTo("amended");
    assertThat(now.getMeta().getVersionId()).isEqualTo("2");
  }

  @Test
  void areToldWithoutWords() {
    String narrative =
        "{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Jane Doe felt well.</div>\"}";
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer answer =
        registry.submit(submission().with("/entry/2/resource/section/0/text", narrative));

    assertThat(answer)
        .isRefused(422)
        .hasOnlyIssue("element-not-allowed")
        .hasIssue("element-not-allowed", "Bundle.entry[2].resource.section[0].text")
        .doesNotSay("Jane Doe");
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void loseTheNarrativeOfTheWhole() {
    String narrative =
        "{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Jane Doe felt well.</div>\"}";

    HttpAnswer answer = registry.submit(submission().with("/entry/2/resource/text", narrative));

    assertThat(answer).isAccepted().hasIssue("narrative-dropped");
    assertThat(registry.get("/" + answer.location("Composition"))).doesNotSay("Jane Doe");
  }

  @ParameterizedTest
  @CsvSource({
    "/entry/2/resource/author/0/reference, Practitioner/doe, reference-wrong-type",
    "/entry/0/resource/identifier/0/system, https://ehr.example/sid/study, rule-violated",
    "/entry/0/resource/title, Ketamine and mood, element-not-allowed",
    "/entry/1/resource/individual/reference, Patient/00000000-0000-0000-0000-000000000000, reference-unknown"
  })
  void areRefusedWhereTheyAreWrong(String pointer, String value, String code) {
    assertThat(registry.submit(submission().withText(pointer, value))).isRefused().hasIssue(code);
  }

  /** A study belongs to the clinic that its site names, and no patient is needed to tell it. */
  @Test
  void mayBeginWithTheStudyAlone() {
    Draft study = ehr.example("ResearchStudy-study-gb-2");

    HttpAnswer answer = registry.post("/ResearchStudy", study.text());

    assertThat(answer).isAccepted();
    assertThat(registry.post("/ResearchStudy", study.text()))
        .isRefused(409)
        .hasOnlyIssue("identifier-exists");
  }

  private List<String> ids(String search) {
    return registry.get(search).bundle().getEntry().stream()
        .map(entry -> entry.getResource().getIdElement().toUnqualifiedVersionless().getValue())
        .toList();
  }
}
