package org.ketamineregistry.cli.adapt;

import ca.uhn.fhir.context.FhirContext;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.profiles.ProfilePackage;

/** The record templates with the codes of the guide that this program was built with. */
public final class GuideTemplates {
  private GuideTemplates() {}

  /** Reads them from the guide's package. */
  public static Templates load() {
    return Templates.of(new GuideCodes(ProfilePackage.load(FhirContext.forR4Cached())));
  }
}
