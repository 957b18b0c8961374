package org.ketamineregistry.synthetic;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/**
 * What a clinic watches beside the mood once sessions are under way: suicidality, craving, the
 * bladder and the liver. The rates are small and illustrative; all but that of suicidality grow
 * with the number of sessions.
 */
final class SafetyRecords {
  private static final double BEHAVIOUR_RATE = 0.006;

  private static final String SAFETY = Vocabulary.CANON + "/CodeSystem/safety-observation-cs";
  private static final int UPPER_LIMIT = 45;
  private static final Odds<String> BEHAVIOURS =
      Odds.of("preparatory-acts", 5)
          .or("aborted-attempt", 2)
          .or("interrupted-attempt", 1)
          .or("actual-attempt", 2);

  private final ObservationDraft observations;
  private final Dice dice;

  SafetyRecords(ObservationDraft observations, Dice dice) {
    this.observations = observations;
    this.dice = dice;
  }

  /**
   * Suicidality since the last assessment.
   *
   * @param level the share of the first depression score that is left
   * @param recallDays how many days it asks about
   * @param timePoint when it was due
   */
  void suicidality(LocalDateTime at, double level, int recallDays, String timePoint) {
    Dice branch = dice.fork("suicidality-" + timePoint);
    int ideation = branch.normal(3 * level - 1, 0.9, 0, 5);
    boolean behaved = branch.chance(BEHAVIOUR_RATE);
    Observation assessment =
        observations.add("survey", "c-ssrs-" + timePoint, at, Vocabulary.LOINC, "93374-7");
    asked(assessment, recallDays);
    assessment.addExtension(Vocabulary.extension("time-point", new CodeType(timePoint)));
    assessment.setValue(
        Vocabulary.own("suicide-risk-level-cs", behaved ? "high" : riskOf(ideation)));
    assessment
        .addComponent()
        .setCode(Vocabulary.concept(SAFETY, "worst-suicidal-ideation"))
        .setValue(new IntegerType(ideation));
    assessment
        .addComponent()
        .setCode(Vocabulary.concept(SAFETY, "suicidal-behaviour"))
        .setValue(
            Vocabulary.own("suicidal-behaviour-cs", behaved ? BEHAVIOURS.draw(branch) : "none"));
  }

  /** The wish for ketamine in the week before. */
  void craving(LocalDateTime at, int sessions) {
    Dice branch = dice.fork("craving");
    boolean craves = branch.chance(Math.min(0.35, 0.04 + 0.006 * sessions));
    score("craving", at, "craving-rating", craves ? branch.normal(3.5, 2, 1, 10) : 0, 7);
  }

  /** Bladder symptoms in the month before. */
  void bladder(LocalDateTime at, int sessions) {
    Dice branch = dice.fork("bladder");
    boolean troubled = branch.chance(Math.min(0.25, 0.02 + 0.003 * sessions));
    int total = troubled ? branch.normal(8, 3, 5, 20) : branch.normal(1, 1.2, 0, 4);
    score("icsi", at, "icsi-total", total, 30);
  }

  /** The enzyme that tells injury to the liver first. */
  void liver(LocalDateTime at, int sessions) {
    Dice branch = dice.fork("liver");
    boolean raised = branch.chance(Math.min(0.1, 0.01 + 0.001 * sessions));
    int activity = raised ? branch.normal(95, 40, 46, 400) : branch.normal(25, 8, 7, UPPER_LIMIT);
    Observation test = observations.add("laboratory", "alt", at, Vocabulary.LOINC, "1742-6");
    test.setValue(Vocabulary.quantity(activity, "U/L"));
    test.addReferenceRange()
        .setHigh(
            new Quantity()
                .setValue(BigDecimal.valueOf(UPPER_LIMIT))
                .setSystem(Vocabulary.UCUM)
                .setCode("U/L"));
  }

  private void score(String kind, LocalDateTime at, String code, int score, int recallDays) {
    Observation rated = observations.add("survey", kind, at, Vocabulary.INSTRUMENT, code);
    asked(rated, recallDays);
    rated.setValue(new IntegerType(score));
  }

  private static void asked(Observation observation, int days) {
    Duration duration = new Duration();
    duration.setValue(days).setSystem(Vocabulary.UCUM).setCode("d");
    observation.addExtension(Vocabulary.extension("recall-period", duration));
  }

  private static String riskOf(int ideation) {
    return switch (ideation) {
      case 0 -> "none";
      case 1, 2 -> "low";
      case 3 -> "moderate";
      default -> "high";
    };
  }
}
