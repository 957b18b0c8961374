package org.ketamineregistry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.synthetic.Submission.Kind;

class CohortTest {
  private static final IParser JSON = FhirContext.forR4Cached().newJsonParser();

  private static String text(Cohort cohort) {
    return cohort
        .submissions()
        .map(submission -> submission.path() + JSON.encodeResourceToString(submission.content()))
        .collect(Collectors.joining("\n"));
  }

  @Nested
  class Determinism {
    @Test
    void theSameSeedGivesTheSameBytes() {
      assertThat(text(Cohort.of(5, 30))).isEqualTo(text(Cohort.of(5, 30)));
    }

    @Test
    void anotherSeedOrJurisdictionGivesOthers() {
      assertThat(text(Cohort.of(5, 3)))
          .isNotEqualTo(text(Cohort.of(6, 3)))
          .isNotEqualTo(text(Cohort.of(5, 3, "GB")));
    }

    @Test
    void aPatientDoesNotDependOnTheOthers() {
      Cohort cohort = Cohort.of(5, 30);
      List<String> alone = cohort.patient(17).map(Submission::path).toList();
      List<String> among =
          cohort
              .submissions()
              .map(Submission::path)
              .filter(path -> path.startsWith("patient-000017/"))
              .toList();
      assertThat(alone).isEqualTo(among);
    }

    @Test
    void theSessionStreamIsRepeatableAndNeverRepeatsItself() {
      SessionStream stream = SessionStream.of(5, Cohort.of(5, 80).clinics());
      Set<String> identifiers = new HashSet<>();
      stream
          .bundles()
          .limit(500)
          .forEach(bundle -> assertThat(identifiers.add(identity(bundle))).isTrue());
      assertThat(JSON.encodeResourceToString(stream.bundle(499)))
          .isEqualTo(JSON.encodeResourceToString(stream.bundle(499)));
    }

    private String identity(Bundle bundle) {
      Patient patient = (Patient) bundle.getEntryFirstRep().getResource();
      return patient.getIdentifier().get(1).getValue();
    }
  }

  @Nested
  class TwoClinics {
    @Test
    void fewAttendTwoUnderOneRegistryPseudonym() {
      Cohort cohort = Cohort.of(31, 600);
      int attendingTwo = 0;
      for (int number = 1; number <= 600; number++) {
        Set<String> clinicPseudonyms = new HashSet<>();
        Set<String> registryPseudonyms = new HashSet<>();
        cohort
            .patient(number)
            .map(submission -> (Bundle) submission.content())
            .map(bundle -> (Patient) bundle.getEntryFirstRep().getResource())
            .flatMap(patient -> patient.getIdentifier().stream())
            .forEach(
                identifier ->
                    (Vocabulary.REGISTRY_PSEUDONYM.equals(identifier.getSystem())
                            ? registryPseudonyms
                            : clinicPseudonyms)
                        .add(identifier.getValue()));
        assertThat(registryPseudonyms.size()).isLessThanOrEqualTo(1);
        if (clinicPseudonyms.size() > 1) {
          attendingTwo++;
          assertThat(clinicPseudonyms).hasSize(2);
          assertThat(registryPseudonyms).hasSize(1);
        }
      }
      assertThat(attendingTwo).isBetween(8, 32);
    }
  }

  @Nested
  class Limits {
    @Test
    void aCohortHasPatientsAndACountry() {
      assertThatIllegalArgumentException().isThrownBy(() -> Cohort.of(1, 0));
      assertThatIllegalArgumentException().isThrownBy(() -> Cohort.of(1, 1_000_000));
      assertThatIllegalArgumentException().isThrownBy(() -> Cohort.of(1, 10, "Gb"));
    }

    @Test
    void thereIsAClinicForEveryFortyPatientsAndAtLeastTwo() {
      assertThat(Cohort.of(1, 1).clinics()).hasSize(2);
      assertThat(Cohort.of(1, 400, "GB").clinics())
          .hasSize(10)
          .extracting(Clinic::identifier)
          .startsWith("GB-0001", "GB-0002");
    }

    @Test
    void theStreamHasEightRecordsOfAboutTenKilobytes() {
      Bundle bundle = SessionStream.of(5, Cohort.of(5, 80).clinics()).bundle(3);
      assertThat(bundle.getEntry()).hasSize(8);
      assertThat(JSON.encodeResourceToString(bundle).length()).isBetween(8_500, 11_500);
    }
  }

  @Nested
  class Structure {
    private static final List<Submission> SUBMISSIONS = Cohort.of(21, 100).submissions().toList();

    @Test
    void clinicsComeFirstAndPatientsInOrder() {
      assertThat(SUBMISSIONS)
          .extracting(Submission::path)
          .startsWith("00-clinics/0001", "00-clinics/0002")
          .isSorted()
          .doesNotHaveDuplicates();
    }

    @Test
    void everySubmissionIsATransactionOfOneClinicThatSaysWhenItWasSent() {
      String end = Cohort.REFERENCE_DATE.toString();
      Set<String> identifiers = new HashSet<>();
      for (Bundle bundle : bundles()) {
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
        assertThat(bundle.getTimestampElement().getValueAsString()).isLessThan(end);
        assertThat(identifiers.add(key(bundle.getIdentifier()))).isTrue();
        assertThat(clinicsOf(bundle)).hasSize(1);
        assertThat(clinicsOf(bundle)).isSubsetOf(registeredClinics());
      }
    }

    @Test
    void aPatientSubmitsInTheOrderOfTime() {
      SUBMISSIONS.stream()
          .filter(submission -> submission.kind() != Kind.CLINIC)
          .collect(Collectors.groupingBy(Submission::folder))
          .values()
          .forEach(
              folder ->
                  assertThat(folder)
                      .extracting(submission -> ((Bundle) submission.content()).getTimestamp())
                      .isSorted());
    }

    @Test
    void everyRecordIsConditionalOnItsOwnIdentifier() {
      for (Bundle bundle : bundles()) {
        for (BundleEntryComponent entry : bundle.getEntry()) {
          Resource record = entry.getResource();
          String type = record.fhirType();
          String query = conditionOf(entry);
          assertThat(identifiersOf(record)).as(type).contains(query.replace("identifier=", ""));
        }
      }
    }

    @Test
    void anIdentifierNamesOneRecordWhichIsOnlyEverUpdated() {
      Set<String> created = new HashSet<>();
      Set<String> updated = new HashSet<>();
      for (Bundle bundle : bundles()) {
        for (BundleEntryComponent entry : bundle.getEntry()) {
          String record = entry.getResource().fhirType() + "?" + conditionOf(entry);
          if (entry.getRequest().getMethod() == HTTPVerb.PUT) {
            updated.add(record);
          } else if (!(entry.getResource() instanceof Patient
              || entry.getResource() instanceof PractitionerRole)) {
            assertThat(created.add(record)).as(record).isTrue();
          }
        }
      }
      assertThat(created).doesNotContainAnyElementsOf(updated);
    }

    @Test
    void referencesPointBackwards() {
      Set<String> known = new HashSet<>();
      SUBMISSIONS.stream()
          .filter(submission -> submission.content() instanceof Organization)
          .forEach(clinic -> known.add(conditionsOf(clinic.content())));
      for (Bundle bundle : bundles()) {
        for (BundleEntryComponent entry : bundle.getEntry()) {
          assertThat(referencesOf(entry.getResource())).allMatch(known::contains);
          known.add(entry.getFullUrl());
          known.add(entry.getResource().fhirType() + "?" + conditionOf(entry));
        }
      }
    }

    private List<Bundle> bundles() {
      return SUBMISSIONS.stream()
          .map(Submission::content)
          .filter(Bundle.class::isInstance)
          .map(Bundle.class::cast)
          .toList();
    }

    private Set<String> registeredClinics() {
      return SUBMISSIONS.stream()
          .map(Submission::content)
          .filter(Organization.class::isInstance)
          .map(this::conditionsOf)
          .collect(Collectors.toSet());
    }

    private String conditionsOf(Resource clinic) {
      return "Organization?identifier=" + identifiersOf(clinic).iterator().next();
    }

    private Set<String> clinicsOf(Bundle bundle) {
      return bundle.getEntry().stream()
          .flatMap(entry -> referencesOf(entry.getResource()).stream())
          .filter(reference -> reference.startsWith("Organization"))
          .collect(Collectors.toSet());
    }

    private String conditionOf(BundleEntryComponent entry) {
      Bundle.BundleEntryRequestComponent request = entry.getRequest();
      return request.getMethod() == HTTPVerb.PUT
          ? request.getUrl().substring(request.getUrl().indexOf('?') + 1)
          : request.getIfNoneExist();
    }

    private Set<String> identifiersOf(Resource record) {
      Property property = record.getNamedProperty("identifier");
      return property.getValues().stream()
          .map(Identifier.class::cast)
          .map(this::key)
          .collect(Collectors.toSet());
    }

    private String key(Identifier identifier) {
      return identifier.getSystem() + "|" + identifier.getValue();
    }

    private Set<String> referencesOf(Resource record) {
      return FhirContext.forR4Cached()
          .newTerser()
          .getAllPopulatedChildElementsOfType(record, Reference.class)
          .stream()
          .map(Reference::getReference)
          .filter(reference -> !reference.startsWith("#"))
          .collect(Collectors.toSet());
    }
  }
}
