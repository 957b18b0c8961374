package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * The SMART scopes of a token, version 2: {@code system/Observation.rs}, {@code system/*.cruds},
 * and {@code user/…} for a person. Scopes only narrow what a role may do.
 *
 * @param letters for each type, or {@code *}, the letters that are granted
 */
public record Scopes(Map<String, String> letters) {
  private static final Pattern SCOPE =
      Pattern.compile("(?:system|user)/([A-Z][A-Za-z]{1,60}|\\*)\\.(c?r?u?d?s?)");

  /** Nothing is narrowed. */
  public static final Scopes EVERYTHING = new Scopes(Map.of("*", "cruds"));

  public Scopes {
    letters = Map.copyOf(letters);
  }

  /** Reads the claim {@code scope}: what is no SMART scope grants nothing. */
  public static Scopes of(String claim) {
    Map<String, String> letters = new TreeMap<>();
    Arrays.stream(claim.split(" "))
        .map(SCOPE::matcher)
        .filter(Matcher::matches)
        .forEach(scope -> letters.merge(scope.group(1), scope.group(2), String::concat));
    return new Scopes(letters);
  }

  /** Whether the scopes let the caller do this with resources of this type. */
  public boolean allow(String type, Interaction interaction) {
    return granted(type, interaction) || granted("*", interaction);
  }

  /**
   * Why the scopes do not let the caller do this, with the scope that would; empty where they do.
   */
  public Optional<Problem> denial(String type, Interaction interaction) {
    return allow(type, interaction)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ErrorCode.SCOPE_MISSING,
                "The token's scopes do not let it do this: ask the token endpoint for system/"
                    + type
                    + "."
                    + interaction.letter()
                    + ", or one that holds it. [base]/.well-known/smart-configuration lists the"
                    + " scopes."));
  }

  private boolean granted(String type, Interaction interaction) {
    return letters.getOrDefault(type, "").indexOf(interaction.letter()) >= 0;
  }
}
