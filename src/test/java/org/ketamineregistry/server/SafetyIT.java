package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;

/** What is watched in the long run, and what an event says of each drug that is suspected. */
@RegistryTest
class SafetyIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr;

  SafetyIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psychotomimetic-during-gb-1",
        "suicidality-before-gb-1",
        "craving-before-gb-1",
        "misuse-gb-1",
        "moca-before-gb-1",
        "alanine-aminotransferase-gb-1",
        "urine-ketamine-gb-1"
      })
  void anObservationIsKeptAndFoundByItsCode(String example) {
    Draft bundle = ehr.transaction("Observation-" + example);
    HttpAnswer answer = registry.submit(bundle);

    assertThat(answer).isAccepted();
    String coding = "/entry/0/resource/code/coding/0";
    HttpAnswer found =
        registry.get(
            "/Observation?patient="
                + answer.location("Patient")
                + "&code="
                + bundle.string(coding + "/system")
                + "|"
                + bundle.string(coding + "/code"));
    assertThat(found.bundle().getEntry())
        .extracting(entry -> "Observation/" + entry.getResource().getIdElement().getIdPart())
        .containsExactly(answer.location("Observation"));
    assertThat(ProfileCheck.errors(registry.get("/" + answer.location("Observation")).text()))
        .isEmpty();
  }

  @Test
  void anEventLeadsToItsCourseAndToEachDrugThatIsSuspected() {
    HttpAnswer answer = registry.submit(ehr.transaction("AdverseEvent-adverse-event-gb-5"));

    assertThat(answer).isAccepted();
    AdverseEvent event =
        registry.get("/" + answer.location("AdverseEvent")).resource(AdverseEvent.class);
    assertThat(
            ((Reference)
                    event.getExtensionByUrl(Canonical.extension("treatment-course")).getValue())
                .getReference())
        .isEqualTo(answer.location("EpisodeOfCare"));
    assertThat(event.getSuspectEntity())
        .extracting(suspect -> suspect.getInstance().getReference())
        .containsExactly(
            answer.location("MedicationAdministration"), answer.location("MedicationStatement"));
  }
}
