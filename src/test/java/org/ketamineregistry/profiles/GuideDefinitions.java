package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The definitions, loaded once for all tests of a process. */
public final class GuideDefinitions {
  private static final Definitions DEFINITIONS = Definitions.load(FhirContext.forR4Cached());

  private GuideDefinitions() {}

  public static Definitions get() {
    return DEFINITIONS;
  }

  /** The version of the guide. */
  public static String version() {
    return DEFINITIONS.guide().of(ImplementationGuide.class).get(0).getVersion();
  }

  /** The same without the profiles of a type, as another version of the guide may be. */
  public static Definitions without(String type) {
    var guide =
        new ProfilePackage(
            DEFINITIONS.guide().resources().stream()
                .filter(
                    resource ->
                        !(resource instanceof StructureDefinition profile
                            && profile.getType().equals(type)))
                .toList());
    return new Definitions(
        DEFINITIONS.context(), guide, ProfileIndex.of(guide), DEFINITIONS.workerContext());
  }
}
