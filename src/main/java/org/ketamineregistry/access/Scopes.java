package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * The SMART scopes of a token, version 2: {@code system/Observation.rs} and {@code system/*.cruds}
 * for a system, {@code user/Observation.rs} for a person. Scopes only narrow what a role may do.
 *
 * @param level {@code system} or {@code user}; scopes of the other level grant nothing
 * @param letters for each type, or {@code *}, the letters that are granted
 */
public record Scopes(String level, Map<String, String> letters) {
  private static final Pattern SCOPE =
      Pattern.compile("(system|user)/([A-Z][A-Za-z]{1,60}|\\*)\\.(c?r?u?d?s?)");
  private static final String SYSTEM = "system";
  private static final String USER = "user";
  private static final String LETTERS = "cruds";

  /** Nothing is narrowed. */
  public static final Scopes EVERYTHING = new Scopes(SYSTEM, Map.of("*", "cruds"));

  public Scopes {
    letters = Map.copyOf(letters);
  }

  /** Reads the claim {@code scope} of a system: what is no SMART scope grants nothing. */
  public static Scopes ofSystem(String claim) {
    return of(SYSTEM, claim);
  }

  /** Reads the claim {@code scope} of a person: what is no SMART scope grants nothing. */
  public static Scopes ofPerson(String claim) {
    return of(USER, claim);
  }

  /** Reads what {@link #claim} has written. */
  public static Scopes ofClaim(String claim) {
    return of(claim.startsWith(USER) ? USER : SYSTEM, claim);
  }

  /** As a token's claim {@code scope} says it, in order of the types. */
  public String claim() {
    return letters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            granted ->
                level
                    + "/"
                    + granted.getKey()
                    + "."
                    + LETTERS
                        .chars()
                        .filter(letter -> granted.getValue().indexOf(letter) >= 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  private static Scopes of(String level, String claim) {
    Map<String, String> letters = new TreeMap<>();
    Arrays.stream(claim.split(" "))
        .map(SCOPE::matcher)
        .filter(Matcher::matches)
        .filter(scope -> scope.group(1).equals(level))
        .forEach(scope -> letters.merge(scope.group(2), scope.group(3), String::concat));
    return new Scopes(level, letters);
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
                "The token's scopes do not let it do this: ask the "
                    + (level.equals(USER) ? "authorization" : "token")
                    + " endpoint for "
                    + level
                    + "/"
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
