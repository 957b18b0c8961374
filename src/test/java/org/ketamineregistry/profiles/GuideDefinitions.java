package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.ImplementationGuide;

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
}
