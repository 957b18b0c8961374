package org.ketamineregistry.practice;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.profiles.Canonical;

/** Reads from a resource that meets its profile what the rules need to know of it. */
public final class FactReader {
  /**
   * The form of the facts. It grows whenever a resource says more than before or says it
   * differently; the store then reads the facts again from the resources.
   */
  public static final int FORM = 2;

  private static final String SHARING = Canonical.profile("registry-sharing-consent");
  private static final String REVIEW = Canonical.profile("prescriber-review");
  private static final String COMORBIDITY = Canonical.profile("ketamine-comorbidity");

  private FactReader() {}

  /**
   * Reads the fact that a resource says.
   *
   * @param resource a valid resource
   * @param profile the profile that it meets
   * @param targets what its references mean, as {@code Type/id} of the registry
   * @return empty where the rules need nothing of it, or where it was entered in error
   */
  public static Optional<Fact> read(
      Resource resource, String profile, Map<String, String> targets) {
    if (resource instanceof MedicationAdministration administration) {
      return DoseFacts.administration(administration, targets);
    } else if (resource instanceof MedicationDispense dispense) {
      return DoseFacts.takeHome(dispense);
    } else if (resource instanceof Observation observation) {
      return ObservationFacts.observation(observation, profile, targets);
    } else if (resource instanceof Consent consent) {
      return profile.equals(SHARING)
          ? ConsentFacts.sharing(consent)
          : ConsentFacts.treatment(consent);
    } else if (resource instanceof Encounter encounter) {
      return profile.equals(REVIEW)
          ? CareFacts.review(encounter, targets)
          : CareFacts.session(encounter, targets);
    } else if (resource instanceof EpisodeOfCare course) {
      return CareFacts.course(course);
    } else if (resource instanceof AdverseEvent event) {
      return CareFacts.event(event);
    } else if (resource instanceof Condition condition && profile.equals(COMORBIDITY)) {
      return CareFacts.comorbidity(condition);
    } else if (resource instanceof Patient patient) {
      return CareFacts.death(patient);
    } else if (resource instanceof Organization clinic) {
      return Optional.of(CareFacts.clinic(clinic));
    }
    return Optional.empty();
  }
}
