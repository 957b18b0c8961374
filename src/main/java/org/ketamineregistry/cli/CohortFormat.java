package org.ketamineregistry.cli;

import java.util.Locale;

/** The formats in which a cohort can be written. Named in small letters, as they are typed. */
enum CohortFormat {
  JSON,
  XML;

  String ending() {
    return "." + this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
