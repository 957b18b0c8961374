package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came to agree to treatment. Mostly well; the exceptions are what the rules of good
 * practice are to find.
 *
 * @param decided when consent was given, or null if nobody recorded a consent
 * @param consultation the day of the consultation, or null if the consent does not say
 * @param capacity one of the guide's findings
 * @param sheet the version of the information sheet, or null if none was handed out
 * @param optionsDiscussed null if the consent does not say
 */
record TreatmentDecision(
    @Nullable LocalDateTime decided,
    @Nullable LocalDate consultation,
    String capacity,
    boolean represented,
    boolean written,
    @Nullable String sheet,
    @Nullable Boolean optionsDiscussed,
    String advocate) {

  private static final Odds<String> ADVOCATES = Odds.of("no", 52).or("yes", 34).or("declined", 14);

  private static final String CURRENT_SHEET = "1.0.0";
  private static final String OUTDATED_SHEET = "0.9.0";

  // The shares of poor records, to be multiplied by the laxity of the clinic.
  static final double MISSING = 0.015;
  static final double LATE = 0.015;
  static final double NOT_ASSESSED = 0.02;
  static final double LACKING = 0.006;
  static final double NOT_WRITTEN = 0.02;
  static final double NO_SHEET = 0.03;

  static TreatmentDecision draw(
      LocalDateTime consultation, LocalDateTime firstSession, double laxity, Dice dice) {
    boolean lacking = dice.chance(LACKING * laxity);
    boolean unassessed = dice.chance(NOT_ASSESSED * laxity);
    return new TreatmentDecision(
        decided(consultation, firstSession, laxity, dice),
        dice.chance(0.02 * laxity) ? null : consultation.toLocalDate(),
        lacking ? "lacks-capacity" : unassessed ? "not-assessed" : "has-capacity",
        lacking && dice.chance(0.8),
        !dice.chance(NOT_WRITTEN * laxity),
        dice.chance(NO_SHEET * laxity) ? null : dice.chance(0.96) ? CURRENT_SHEET : OUTDATED_SHEET,
        dice.chance(0.02 * laxity) ? null : Boolean.valueOf(!dice.chance(0.01 * laxity)),
        ADVOCATES.draw(dice));
  }

  private static @Nullable LocalDateTime decided(
      LocalDateTime consultation, LocalDateTime firstSession, double laxity, Dice dice) {
    double kind = dice.unit();
    boolean atConsultation = dice.chance(0.35);
    if (kind < MISSING * laxity) {
      return null;
    }
    if (kind < (MISSING + LATE) * laxity) {
      return firstSession.plusDays(dice.between(1, 12)).plusMinutes(dice.between(0, 60));
    }
    return atConsultation
        ? consultation.plusMinutes(40)
        : firstSession.minusMinutes(dice.between(2, 6) * 5L);
  }
}
