package org.ketamineregistry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated is what the guide's profiles allow. */
class CohortConformanceTest {
  private static CompiledProfiles profiles;

  @BeforeAll
  static void loadProfiles() {
    profiles = new CompiledProfiles();
  }

  @Test
  void clinicsConform() {
    Cohort.of(11, 200, "GB")
        .clinics()
        .forEach(clinic -> assertThat(profiles.errors(clinic.registration())).isEmpty());
  }

  @Test
  void everyKindOfSubmissionConforms() {
    Cohort cohort = Cohort.of(11, 400, "GB");
    for (Submission.Kind kind : Submission.Kind.values()) {
      if (kind != Submission.Kind.CLINIC) {
        assertConform(
            cohort.submissions().filter(submission -> submission.kind() == kind).limit(3));
      }
    }
  }

  @Test
  void everyRegimenAndEveryReactionConforms() {
    Cohort cohort = Cohort.of(12, 600);
    List<String> seen = new ArrayList<>();
    assertConform(cohort.submissions().filter(submission -> isFirstOfItsSort(submission, seen)));
  }

  @Test
  void sessionsOfTheStreamConform() {
    SessionStream stream = SessionStream.of(13, Cohort.of(13, 80).clinics());
    stream.bundles().limit(5).forEach(CohortConformanceTest::assertConforms);
  }

  @Test
  void theFaultyBundleIsRefusedForEachOfItsThreeFaults() {
    Bundle faulty = SessionStream.of(13, Cohort.of(13, 80).clinics()).faulty();
    List<String> errors =
        faulty.getEntry().stream()
            .flatMap(entry -> profiles.errors(entry.getResource()).stream())
            .toList();
    assertThat(errors)
        .anyMatch(error -> error.contains("krn-adm-1"))
        .anyMatch(error -> error.contains("krn-adm-2"))
        .anyMatch(error -> error.contains("Patient.name"))
        .hasSize(3);
  }

  private static void assertConform(Stream<Submission> submissions) {
    submissions.forEach(submission -> assertConforms((Bundle) submission.content()));
  }

  private static void assertConforms(Bundle bundle) {
    for (BundleEntryComponent entry : bundle.getEntry()) {
      Resource record = entry.getResource();
      assertThat(profiles.errors(record)).as(entry.getRequest().getUrl()).isEmpty();
    }
  }

  /** Sorts by the regimen, the reactions and whether a dose was stopped; one of each is enough. */
  private static boolean isFirstOfItsSort(Submission submission, List<String> seen) {
    List<String> sorts =
        submission.kind() == Submission.Kind.SESSION ? sorts(submission) : List.of();
    boolean fresh = !seen.containsAll(sorts);
    seen.addAll(sorts);
    return fresh;
  }

  private static List<String> sorts(Submission submission) {
    List<String> sorts = new ArrayList<>();
    for (BundleEntryComponent entry : ((Bundle) submission.content()).getEntry()) {
      Resource record = entry.getResource();
      if (record instanceof MedicationAdministration administration) {
        sorts.add(administration.getDosage().getRoute().getCodingFirstRep().getCode());
        sorts.add(administration.getStatus().toCode());
        sorts.add("contained " + administration.getContained().size());
      } else if (record instanceof AdverseEvent event) {
        sorts.add(event.getEvent().getCodingFirstRep().getCode());
        sorts.add(event.getSeriousness().getCodingFirstRep().getCode());
      } else {
        sorts.add(record.fhirType());
      }
    }
    return sorts;
  }
}
