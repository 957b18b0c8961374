package org.ketamineregistry.cli.verdict;

import java.util.Locale;

/** The forms of a report. Named in small letters, as they are typed. */
enum Output {
  TEXT,
  JSON,
  JUNIT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
