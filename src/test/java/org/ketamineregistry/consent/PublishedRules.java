package org.ketamineregistry.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Provision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * The guide's page on consent, followed sentence by sentence and with no thought of speed: what the
 * decisions of the server are held against.
 */
final class PublishedRules {
  private final LawfulBasis basis;
  private final List<SharingConsent> consents;
  private final Instant now;

  PublishedRules(LawfulBasis basis, List<SharingConsent> consents, Instant now) {
    this.basis = basis;
    this.consents = consents;
    this.now = now;
  }

  /** "Which decision counts": a line of time, of which each day has one answer. */
  SharingDecision decision(String purpose) {
    NavigableMap<Instant, List<Boolean>> line = new TreeMap<>();
    for (SharingConsent consent : consents) {
      // 1. Leave out what is dated later than now.
      if (consent.decidedAt().compareTo(now) > 0) {
        continue;
      }
      // 2. A consent that was withdrawn is a denial from the moment of withdrawal on.
      boolean withdrawn =
          consent.withdrawnAt() != null && consent.withdrawnAt().compareTo(now) <= 0;
      for (Provision provision : consent.provisions()) {
        if (!provision.purpose().equals(purpose)) {
          continue;
        }
        if (withdrawn) {
          line.computeIfAbsent(consent.withdrawnAt(), day -> new ArrayList<>()).add(false);
          continue;
        }
        // 3. Leave out provisions whose period does not cover now ...
        boolean begun = provision.from() == null || provision.from().compareTo(now) <= 0;
        boolean over = provision.until() != null && provision.until().compareTo(now) < 0;
        // ... and permissions that were given without capacity.
        boolean empty = provision.permit() && consent.capacity() != Capacity.HAS_CAPACITY;
        if (begun && !over && !empty) {
          line.computeIfAbsent(consent.decidedAt(), day -> new ArrayList<>())
              .add(provision.permit());
        }
      }
    }
    // 4. The latest date wins, and on a tie deny wins.
    if (line.isEmpty()) {
      return SharingDecision.NONE;
    }
    return line.lastEntry().getValue().contains(false)
        ? SharingDecision.DENY
        : SharingDecision.PERMIT;
  }

  /** "Lawful basis". */
  boolean held() {
    SharingDecision decision = decision("national-registry");
    if (basis == LawfulBasis.OPT_OUT) {
      return decision == SharingDecision.NONE || decision == SharingDecision.PERMIT;
    } else if (basis == LawfulBasis.OPT_IN) {
      return decision == SharingDecision.PERMIT;
    }
    return true;
  }

  /** "Who sees what": the rows of the table from the top, of which the first that fits counts. */
  boolean shown(HeldRecord record, Purpose purpose, boolean byItsClinic) {
    boolean clinic = purpose == Purpose.TREATMENT && byItsClinic;
    boolean safety = purpose == Purpose.PATIENT_SAFETY;
    if (record.kind() == Kind.ABOUT_NO_PERSON) {
      return true;
    }
    if (held() && !record.safetyOnly()) {
      boolean research =
          purpose == Purpose.RESEARCH && decision("record-level-sharing") == SharingDecision.PERMIT;
      return clinic || purpose == Purpose.PUBLIC_HEALTH || safety || research;
    }
    if (record.kind() == Kind.PATIENT || record.kind() == Kind.SHARING_CONSENT) {
      return clinic || (safety && record.safetyOnly());
    }
    if (record.kind() == Kind.ADVERSE_EVENT || record.safetyOnly()) {
      return safety;
    }
    return false;
  }
}
