package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one session.
 *
 * @param number counted from 1 within the course
 * @param kilograms the weight that was measured last
 * @param given what was really given, which is less than prescribed if it was stopped
 * @param stopReason why it was stopped, or null if it was not
 * @param observed whether somebody watched the dose being taken
 * @param wholeRecord false if a part of the monitoring is missing
 */
record Session(
    int number,
    Regimen regimen,
    LocalDateTime arrival,
    LocalDateTime doseStart,
    double kilograms,
    Prescription given,
    @Nullable String stopReason,
    LocalDateTime fitToLeave,
    LocalDateTime departure,
    boolean observed,
    boolean wholeRecord) {

  private static final Odds<String> STOP_REASONS =
      Odds.of("adverse-effect", 62)
          .or("patient-request", 20)
          .or("equipment", 10)
          .or("target-reached", 4)
          .or("other", 4);

  static Session draw(
      int number,
      Regimen regimen,
      LocalDateTime arrival,
      LocalDateTime doseStart,
      double kilograms,
      Prescription prescribed,
      double laxity,
      Dice dice) {
    boolean stopped = prescribed.minutes() >= 20 && dice.chance(0.02);
    Prescription given =
        stopped ? prescribed.stoppedAfter(dice.between(5, prescribed.minutes() - 5)) : prescribed;
    int fit = Math.max(given.minutes() + 20, dice.normal(105, 18, 60, 200));
    boolean leftEarly = dice.chance(0.02 * laxity);
    // Two hours at the least, unless somebody lets the patient go, which a practice rule is to
    // find.
    int stay = fit + (leftEarly ? dice.between(0, 10) : Math.max(5, dice.between(120, 150) - fit));
    return new Session(
        number,
        regimen,
        arrival,
        doseStart,
        kilograms,
        given,
        stopped ? STOP_REASONS.draw(dice) : null,
        doseStart.plusMinutes(fit),
        doseStart.plusMinutes(stay),
        !dice.chance((regimen.suppliedForHome() ? 0.05 : 0.006) * laxity),
        !dice.chance(0.03 * laxity));
  }

  LocalDateTime doseEnd() {
    return doseStart.plusMinutes(given.minutes());
  }

  boolean stopped() {
    return stopReason != null;
  }

  /** Whether the clinic stopped because the patient could not bear it. */
  boolean unbearable() {
    return "adverse-effect".equals(stopReason);
  }
}
