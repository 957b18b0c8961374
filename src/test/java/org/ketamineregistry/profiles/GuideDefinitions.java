package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions, loaded once for all tests of a process. */
public final class GuideDefinitions {
  private static final Definitions DEFINITIONS;

  static {
    // Without Spring the log tells everything, which takes longer than the tests.
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.ERROR);
    }
    DEFINITIONS = Definitions.load(FhirContext.forR4Cached());
  }

  private GuideDefinitions() {}

  public static Definitions get() {
    return DEFINITIONS;
  }
}
