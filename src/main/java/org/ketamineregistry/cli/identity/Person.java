package org.ketamineregistry.cli.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;

/**
 * Somebody who signs in: a clinician, an analyst, a steward or an auditor.
 *
 * @param name the user name
 * @param role the person's only role
 * @param clinic {@code system|value} of the Organization's identifier; null for a role that speaks
 *     for no clinic
 */
public record Person(String name, Role role, @Nullable String clinic) {

  public Person {
    if (!name.matches("[a-z0-9][a-z0-9._@-]{2,100}")) {
      throw new IllegalArgumentException(
          "A user name has 3 to 101 characters: small letters, digits, and . _ @ -");
    }
    if (!role.mayBeAPersons()) {
      throw new IllegalArgumentException(
          "A person is a clinician, analyst, steward or auditor. Systems are registered by"
              + " register-client.");
    }
    ClinicIdentifier.check(role, clinic);
  }

  /** Writes name and clinic into Keycloak's UserRepresentation; the role is granted apart. */
  void describe(ObjectNode user) {
    user.put("username", name);
    ObjectNode attributes = user.withObject("attributes");
    if (clinic == null) {
      attributes.remove("clinic");
    } else {
      attributes.putArray("clinic").add(clinic);
    }
  }
}
