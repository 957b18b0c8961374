package org.ketamineregistry.cli.identity;

import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;

/** Which clinic somebody speaks for. */
final class ClinicIdentifier {
  private ClinicIdentifier() {}

  /**
   * Checks that a clinic is named where the role wants one, and nowhere else.
   *
   * @param clinic {@code system|value} of its Organization's identifier
   * @throws IllegalArgumentException otherwise
   */
  static void check(Role role, @Nullable String clinic) {
    if (role.isOfAClinic() != (clinic != null)) {
      throw new IllegalArgumentException(
          "A clinic is named for the roles submitting-clinic and clinician, and for no other.");
    }
    if (clinic != null && !clinic.matches("[^|\\s]{1,200}\\|[^|]{1,200}")) {
      throw new IllegalArgumentException(
          "The clinic is system|value of its Organization's identifier.");
    }
  }
}
