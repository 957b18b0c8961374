package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * Reads the caller from the claims of a token that was found genuine: {@code azp} (or {@code
 * client_id}), {@code sub}, {@code registry_role}, {@code clinic} and {@code scope}.
 *
 * <p>A token of a system has the claim {@code client_id}; one without it is that of the person whom
 * {@code sub} names, whose role and clinic are the person's own and never the application's. What
 * is missing or said twice is refused in words; nothing is guessed, and no claim's text is
 * repeated.
 */
public final class CallerReader {
  private static final int LONGEST = 401;

  private CallerReader() {}

  /**
   * The caller.
   *
   * @throws Refused 403 where the token does not say all that a caller needs
   */
  public static Caller caller(Map<String, Object> claims) {
    String system = text(claims, "client_id");
    String client = Optional.ofNullable(text(claims, "azp")).orElse(system);
    if (client == null) {
      throw Refused.because(
          ErrorCode.TOKEN_INVALID,
          "The token does not say which client it is for: it lacks the claims azp and client_id.");
    }
    String person = system == null ? text(claims, "sub") : null;
    if (system == null && person == null) {
      throw Refused.because(
          ErrorCode.TOKEN_INVALID,
          "The token does not say who asks: it lacks the claims client_id and sub.");
    }
    boolean signedIn = person != null;
    Role role = role(claims.get("registry_role"), signedIn);
    String scope = Optional.ofNullable(text(claims, "scope")).orElse("");
    return new Caller(
        client,
        person,
        role,
        clinic(role, text(claims, "clinic"), signedIn),
        purpose(role, List.of(scope.split(" "))),
        signedIn ? Scopes.ofPerson(scope) : Scopes.ofSystem(scope));
  }

  private static Role role(@Nullable Object claim, boolean signedIn) {
    Stream<?> said = claim instanceof Collection<?> several ? several.stream() : Stream.of(claim);
    if (claim == null) {
      said = Stream.empty();
    }
    List<Role> roles =
        said.filter(String.class::isInstance)
            .map(String.class::cast)
            .flatMap(code -> Role.claimed(code).stream())
            .distinct()
            .toList();
    if (roles.size() != 1 || !isFor(signedIn, roles.get(0))) {
      throw Refused.because(
          ErrorCode.ROLE_MISSING,
          (signedIn ? "The person who signed in has " : "The client has ")
              + (roles.isEmpty()
                  ? "no role"
                  : roles.size() > 1
                      ? "several roles"
                      : signedIn ? "a system's role" : "a person's role")
              + " here. It takes one of "
              + Arrays.stream(Role.values())
                  .filter(role -> Role.claimed(role.code()).isPresent())
                  .filter(role -> isFor(signedIn, role))
                  .map(Role::code)
                  .toList()
              + ": ask the registry's steward, who registers persons and clients.");
    }
    return roles.get(0);
  }

  private static boolean isFor(boolean signedIn, Role role) {
    return signedIn ? role.mayBeAPersons() : role.mayBeASystems();
  }

  private static @Nullable String clinic(Role role, @Nullable String claim, boolean signedIn) {
    if (!role.isOfAClinic()) {
      return null;
    }
    if (claim == null || claim.length() > LONGEST || !claim.matches("[^|\\s]+\\|[^|]+")) {
      throw Refused.because(
          ErrorCode.CLINIC_NOT_IN_TOKEN,
          "The token does not say which clinic "
              + (signedIn ? "the person treats at" : "the client speaks for")
              + ": its claim clinic is system|value of the Organization's identifier. Ask the"
              + " registry's steward to register it.");
    }
    return claim;
  }

  private static Purpose purpose(Role role, List<String> scopes) {
    List<String> said = scopes.stream().filter(scope -> scope.startsWith(Purpose.SCOPE)).toList();
    List<String> possible = role.purposes().stream().map(Purpose::scope).sorted().toList();
    if (said.size() != 1 || !possible.contains(said.get(0))) {
      throw Refused.because(
          ErrorCode.PURPOSE_MISSING,
          "A token names one purpose of use, among its scopes. Who has the role "
              + role.code()
              + " asks for "
              + String.join(" or ", possible)
              + " beside its other scopes.");
    }
    return role.purposes().stream()
        .filter(purpose -> purpose.scope().equals(said.get(0)))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank() ? text : null;
  }
}
