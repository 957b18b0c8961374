package org.ketamineregistry.cli.identity;

import java.util.Set;

/** What a client may be called at the identity provider. */
final class ClientId {
  /** Keycloak's own clients, which a registration would replace. */
  private static final Set<String> KEYCLOAKS =
      Set.of(
          "account",
          "account-console",
          "admin-cli",
          "broker",
          "realm-management",
          "security-admin-console");

  private ClientId() {}

  /**
   * Checks an id.
   *
   * @throws IllegalArgumentException where it is none, or one of Keycloak's own
   */
  static void check(String id) {
    if (!id.matches("[a-z0-9][a-z0-9.-]{2,62}") || KEYCLOAKS.contains(id)) {
      throw new IllegalArgumentException(
          "The id has 3 to 63 characters: small letters, digits, full stops and hyphens. It is none"
              + " of Keycloak's own clients.");
    }
  }
}
