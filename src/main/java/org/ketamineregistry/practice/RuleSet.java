package org.ketamineregistry.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's rules of good practice, in one version (R1).
 *
 * @param canonical the rule set's canonical URL with its version
 * @param jurisdiction ISO 3166 code
 * @param effectiveFrom the first day on which it holds
 * @param effectiveUntil the last day on which it holds; null for until further notice
 * @param lawfulBasis by which right the registry holds records
 * @param writtenConsent whether consent must be in writing (R5)
 * @param rules the rules in force, each with its limits
 */
public record RuleSet(
    String canonical,
    String jurisdiction,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    LawfulBasis lawfulBasis,
    boolean writtenConsent,
    Map<Rule, Limits> rules) {

  /** By which right the registry holds a patient's records. */
  public enum LawfulBasis {
    /** The law says that every treatment is reported. */
    STATUTORY,
    /** Records are held unless the patient says no. */
    OPT_OUT,
    /** Records are held where the patient says yes. */
    OPT_IN;

    /** The code of the guide. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The limits of a rule.
   *
   * @param appliesFrom the first day whose doses, sessions, courses and events it judges; null for
   *     all that is on record (R26)
   * @param all the limits
   */
  public record Limits(@Nullable LocalDate appliesFrom, List<Limit> all) {
    static final Limits NONE = new Limits(null, List.of());

    /** The limits of a kind. */
    public <L extends Limit> Stream<L> all(Class<L> kind) {
      return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The limit of a kind of which a rule has at most one. */
    public <L extends Limit> Optional<L> one(Class<L> kind) {
      return all(kind).findFirst();
    }

    boolean judge(LocalDate day) {
      return appliesFrom == null || !day.isBefore(appliesFrom);
    }
  }

  /** Whether the rule set holds on a day. */
  public boolean effectiveOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
  }
}
