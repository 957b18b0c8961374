package org.ketamineregistry.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param client the client's id at the identity provider; {@code open} or {@code public} where
 *     there is no token
 * @param user the person's id at the identity provider; null for a system that acts by itself
 * @param role what the caller is to the registry
 * @param clinic the clinic that the caller speaks for, {@code system|value} of its Organization's
 *     identifier; null where it speaks for none
 * @param purpose what the data is wanted for; null where the caller reads no records
 * @param scopes what the token lets the caller do, within what the role may do
 */
public record Caller(
    String client,
    @Nullable String user,
    Role role,
    @Nullable String clinic,
    @Nullable Purpose purpose,
    Scopes scopes) {

  /**
   * Whether this is the same client, and the same person, who asks as the other did: in the same
   * role, for the same clinic and purpose. Scopes may differ, since each token asks for its own.
   */
  public boolean asksAs(Caller other) {
    return client.equals(other.client)
        && Objects.equals(user, other.user)
        && role == other.role
        && Objects.equals(clinic, other.clinic)
        && purpose == other.purpose;
  }

  /** Everybody on this machine, where no identity provider is configured. */
  public static Caller open() {
    return new Caller("open", null, Role.OPEN, null, Purpose.PUBLIC_HEALTH, Scopes.EVERYTHING);
  }

  /** Somebody without a token, where an identity provider is configured. */
  public static Caller nobody() {
    return new Caller("public", null, Role.PUBLIC, null, null, Scopes.EVERYTHING);
  }
}
