package org.ketamineregistry.consent;

import java.time.Instant;
import java.util.Collection;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * May a record be shown, and if not, why. The patient's decisions count as they are at the moment
 * of reading, so that a withdrawal takes effect at once (R16); the guide's page on consent has the
 * same rules as a table. Which role may claim which purpose is decided elsewhere ({@code access}).
 */
public enum Disclosure {
  PERMITTED,
  /** The reader said no purpose, or one for which records of patients are not shown. */
  PURPOSE_SHOWS_NO_RECORDS,
  /** A record is read for treatment by the clinic that submitted it alone. */
  NOT_ITS_CLINIC,
  /** The patient withdrew, denied, or never permitted what the jurisdiction asks for. */
  NOT_HELD,
  /** It stays for drug safety, and for that purpose alone (R14). */
  KEPT_FOR_SAFETY_ONLY,
  /** Research reads records only where the patient permits {@code record-level-sharing}. */
  NOT_PERMITTED_FOR_RESEARCH;

  /** The purpose of giving a record itself to research, a code of the guide. */
  static final String RECORD_LEVEL_SHARING = "record-level-sharing";

  /**
   * Decides. Of several purposes of a reading one that permits is enough.
   *
   * @param record what would be shown
   * @param reading for what, and by whom
   * @param basis by which right the registry holds records
   * @param consents the current versions of all sharing consents of the person, at whichever clinic
   *     and under linked pseudonyms too; in any order
   * @param at the moment of reading
   */
  public static Disclosure decide(
      HeldRecord record,
      Reading reading,
      LawfulBasis basis,
      Collection<SharingConsent> consents,
      Instant at) {
    if (record.kind() == Kind.ABOUT_NO_PERSON) {
      return PERMITTED;
    }
    boolean held = !record.safetyOnly() && SharingDecision.mayHold(basis, consents, at);
    return reading.purposes().stream()
        .sorted()
        .map(
            purpose ->
                switch (purpose) {
                  case TREATMENT -> toClinic(record, reading.byItsClinic(), held);
                  case PUBLIC_HEALTH -> held ? PERMITTED : notHeld(record);
                  case PATIENT_SAFETY -> held || isForSafety(record) ? PERMITTED : notHeld(record);
                  case RESEARCH -> held ? toResearch(consents, at) : notHeld(record);
                  case ADMINISTRATION -> PURPOSE_SHOWS_NO_RECORDS;
                })
        .reduce(Disclosure::moreOpen)
        .orElse(PURPOSE_SHOWS_NO_RECORDS);
  }

  /**
   * A clinic reads back its Patient resources and the decisions about sharing that it recorded,
   * whatever was decided: without them it could neither obey a decision nor correct a mistaken one.
   * Both say nothing of the treatment. The consent to treatment is not among them.
   */
  private static Disclosure toClinic(HeldRecord record, boolean byItsClinic, boolean held) {
    if (!byItsClinic) {
      return NOT_ITS_CLINIC;
    }
    return held || record.kind() == Kind.PATIENT || record.kind() == Kind.SHARING_CONSENT
        ? PERMITTED
        : notHeld(record);
  }

  private static Disclosure toResearch(Collection<SharingConsent> consents, Instant at) {
    return SharingDecision.decide(consents, RECORD_LEVEL_SHARING, at) == SharingDecision.PERMIT
        ? PERMITTED
        : NOT_PERMITTED_FOR_RESEARCH;
  }

  private static Disclosure notHeld(HeldRecord record) {
    return isForSafety(record) ? KEPT_FOR_SAFETY_ONLY : NOT_HELD;
  }

  private static boolean isForSafety(HeldRecord record) {
    return record.safetyOnly() || record.kind() == Kind.ADVERSE_EVENT;
  }

  private static Disclosure moreOpen(Disclosure one, Disclosure other) {
    return one == PERMITTED ? one : other == PERMITTED ? other : one;
  }
}
