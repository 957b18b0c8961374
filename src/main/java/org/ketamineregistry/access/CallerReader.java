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
 * {@code sub} names. What is missing or said twice is refused in words; nothing is guessed, and no
 * claim's text is repeated.
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
    Role role = role(claims.get("registry_role"));
    String scope = Optional.ofNullable(text(claims, "scope")).orElse("");
    return new Caller(
        client,
        system == null ? text(claims, "sub") : null,
        role,
        clinic(role, text(claims, "clinic")),
        purpose(role, List.of(scope.split(" "))),
        Scopes.of(scope));
  }

  private static Role role(@Nullable Object claim) {
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
    if (roles.size() != 1) {
      throw Refused.because(
          ErrorCode.ROLE_MISSING,
          (roles.isEmpty() ? "The client has no role" : "The client has several roles")
              + " here. It needs one of "
              + Arrays.stream(Role.values())
                  .map(Role::code)
                  .filter(code -> Role.claimed(code).isPresent())
                  .toList()
              + ": ask the registry's steward, who registers clients.");
    }
    return roles.get(0);
  }

  private static @Nullable String clinic(Role role, @Nullable String claim) {
    if (!role.isOfAClinic()) {
      return null;
    }
    if (claim == null || claim.length() > LONGEST || !claim.matches("[^|\\s]+\\|[^|]+")) {
      throw Refused.because(
          ErrorCode.CLINIC_NOT_IN_TOKEN,
          "The token does not say which clinic the client speaks for: its claim clinic is"
              + " system|value of the Organization's identifier. Ask the registry's steward to"
              + " register the client with its clinic.");
    }
    return claim;
  }

  private static Purpose purpose(Role role, List<String> scopes) {
    List<String> said = scopes.stream().filter(scope -> scope.startsWith(Purpose.SCOPE)).toList();
    List<String> possible = role.purposes().stream().map(Purpose::scope).sorted().toList();
    if (said.size() != 1 || !possible.contains(said.get(0))) {
      throw Refused.because(
          ErrorCode.PURPOSE_MISSING,
          "A token names one purpose of use, among its scopes. A client of the role "
              + role.code()
              + " asks the token endpoint for "
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
