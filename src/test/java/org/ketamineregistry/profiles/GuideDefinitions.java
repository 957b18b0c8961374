package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;

/** The definitions, loaded once for all tests of a process. */
public final class GuideDefinitions {
  private static final Definitions DEFINITIONS = Definitions.load(FhirContext.forR4Cached());

  private GuideDefinitions() {}

  public static Definitions get() {
    return DEFINITIONS;
  }
}
