package org.ketamineregistry.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.profiles.ProfileIndex.Code;

class ProfileIndexTest {
  private static final String LOINC = "http://loinc.org";

  private final ProfileIndex index = GuideDefinitions.get().index();

  @ParameterizedTest
  @CsvSource({
    "Patient, ketamine-patient",
    "Organization, ketamine-clinic",
    "EpisodeOfCare, ketamine-treatment-course",
    "MedicationAdministration, ketamine-medication-administration",
    "MedicationDispense, ketamine-take-home-supply",
    "AdverseEvent, ketamine-adverse-event"
  })
  void aTypeWithOneProfileSelectsIt(String type, String profile) {
    assertThat(index.profileFor(type, List.of())).contains(Canonical.profile(profile));
    assertThat(index.discriminator(type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "85354-9, ketamine-blood-pressure",
    "8867-4, ketamine-heart-rate",
    "2708-6, ketamine-oxygen-saturation",
    "29463-7, ketamine-body-weight",
    "44261-6, depression-score",
    "70274-6, anxiety-score"
  })
  void anObservationIsSelectedByItsCode(String code, String profile) {
    assertThat(index.profileFor("Observation", List.of(new Code(LOINC, code))))
        .contains(Canonical.profile(profile));
  }

  @Test
  void anEncounterIsSelectedByItsType() {
    String kinds = Canonical.codeSystem("record-kind-cs");
    assertThat(index.profileFor("Encounter", List.of(new Code(kinds, "ketamine-session"))))
        .contains(Canonical.profile("ketamine-session"));
    assertThat(index.profileFor("Encounter", List.of())).isEmpty();
  }

  @Test
  void aCodeOfAnotherSystemSelectsNothing() {
    assertThat(
            index.profileFor("Observation", List.of(new Code("http://snomed.info/sct", "8867-4"))))
        .isEmpty();
    assertThat(index.profileFor("Observation", List.of())).isEmpty();
  }

  @Test
  void theFirstCodeThatIsKnownSelects() {
    assertThat(
            index.profileFor(
                "Observation", List.of(new Code("urn:local", "hr"), new Code(LOINC, "8867-4"))))
        .contains(Canonical.profile("ketamine-heart-rate"));
  }

  @Test
  void aTypeThatIsNotAcceptedSelectsNothing() {
    assertThat(index.profileFor("DetectedIssue", List.of())).isEmpty();
    assertThat(index.profileFor("Practitioner", List.of())).isEmpty();
  }

  @Test
  void everyProfileOfAnAcceptedTypeCanBeSelected() {
    assertThat(index.profiles())
        .containsExactlyInAnyOrderElementsOf(
            GuideDefinitions.get().guide().of(StructureDefinition.class).stream()
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
                .filter(profile -> ProfileIndex.ACCEPTED_TYPES.contains(profile.getType()))
                .map(StructureDefinition::getUrl)
                .toList());
  }
}
