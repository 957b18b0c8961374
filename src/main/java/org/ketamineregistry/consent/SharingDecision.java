package org.ketamineregistry.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Provision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * What a patient decided about a purpose. Of the decisions in force the latest counts; where two
 * have the same date, a denial wins. A permission given without capacity permits nothing (R16); a
 * withdrawal is a denial from its date on.
 */
public enum SharingDecision {
  PERMIT,
  DENY,
  /** The patient decided nothing that is in force. */
  NONE;

  /** The purpose of holding a record in the national registry, a code of the guide. */
  static final String NATIONAL_REGISTRY = "national-registry";

  /**
   * Decides.
   *
   * @param consents all of the patient's records of consent, in any order
   * @param purpose a code of the guide's registry purposes
   * @param at the moment for which is decided
   */
  public static SharingDecision decide(
      Collection<SharingConsent> consents, String purpose, Instant at) {
    return consents.stream()
        .flatMap(consent -> decisions(consent, purpose, at))
        .max(Comparator.comparing(Dated::when).thenComparing(dated -> dated.decision() == DENY))
        .map(Dated::decision)
        .orElse(NONE);
  }

  /**
   * Whether the registry may hold records of a patient.
   *
   * @param basis by which right it holds records
   * @param consents all of the patient's records of consent, in any order
   * @param at the moment for which is decided
   */
  public static boolean mayHold(
      LawfulBasis basis, Collection<SharingConsent> consents, Instant at) {
    return switch (basis) {
      case STATUTORY -> true;
      case OPT_OUT -> decide(consents, NATIONAL_REGISTRY, at) != DENY;
      case OPT_IN -> decide(consents, NATIONAL_REGISTRY, at) == PERMIT;
    };
  }

  private record Dated(Instant when, SharingDecision decision) {}

  private static Stream<Dated> decisions(SharingConsent consent, String purpose, Instant at) {
    if (consent.decidedAt().isAfter(at)) {
      return Stream.empty();
    }
    Stream<Provision> provisions =
        consent.provisions().stream().filter(provision -> provision.purpose().equals(purpose));
    if (consent.withdrawnAt() != null && !consent.withdrawnAt().isAfter(at)) {
      return provisions.map(provision -> new Dated(consent.withdrawnAt(), DENY));
    }
    return provisions
        .filter(provision -> inForce(provision, at))
        .filter(provision -> !provision.permit() || consent.capacity() == Capacity.HAS_CAPACITY)
        .map(provision -> new Dated(consent.decidedAt(), provision.permit() ? PERMIT : DENY));
  }

  private static boolean inForce(Provision provision, Instant at) {
    return (provision.from() == null || !at.isBefore(provision.from()))
        && (provision.until() == null || !at.isAfter(provision.until()));
  }
}
