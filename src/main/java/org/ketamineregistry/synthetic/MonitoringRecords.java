package org.ketamineregistry.synthetic;

import static org.ketamineregistry.synthetic.Vocabulary.LOINC;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;

/**
 * What was watched around one session: vital signs, sedation, dissociation and psychotomimetic
 * symptoms.
 */
final class MonitoringRecords {
  private final ObservationDraft observations;
  private final Session session;
  private final Dice dice;
  private final int systolic;
  private final int diastolic;

  MonitoringRecords(ObservationDraft observations, Session session, Dice dice) {
    this.observations = observations;
    this.session = session;
    this.dice = dice;
    this.systolic = dice.normal(124, 12, 92, 165);
    this.diastolic = Math.min(dice.normal(78, 8, 52, 104), systolic - 20);
  }

  /** The blood pressures of the session; the last one is missing where the record has a gap. */
  void bloodPressures() {
    bloodPressure(Timing.BEFORE, 0, 0);
    bloodPressure(Timing.DURING, dice.normal(17, 8, -4, 50), dice.normal(9, 5, -3, 28));
    if (session.wholeRecord()) {
      bloodPressure(Timing.AFTER, dice.normal(3, 5, -10, 16), dice.normal(2, 3, -6, 9));
    }
  }

  void heartRate() {
    observations
        .vital("heart-rate", Timing.DURING, at(Timing.DURING), LOINC, "8867-4")
        .setValue(Vocabulary.quantity(dice.normal(80, 10, 48, 130), "/min"));
  }

  void oxygenSaturation() {
    Observation saturation =
        observations.vital("oxygen-saturation", Timing.DURING, at(Timing.DURING), LOINC, "2708-6");
    saturation.getCode().addCoding(new Coding().setSystem(LOINC).setCode("59408-5"));
    saturation.setValue(Vocabulary.quantity(dice.normal(97, 1.3, 89, 100), "%"));
  }

  void weight() {
    observations
        .vital("weight", Timing.BEFORE, at(Timing.BEFORE), LOINC, "29463-7")
        .setValue(Vocabulary.quantity(session.kilograms(), "kg"));
  }

  void sedation() {
    double depth = dice.unit();
    int score = depth < 0.62 ? 5 : depth < 0.9 ? 4 : depth < 0.98 ? 3 : 2;
    score("sedation", "moaa-s", score);
  }

  /** Dissociation is strongest in the first sessions and in those that had to be stopped. */
  void dissociation() {
    double mean = session.unbearable() ? 34 : 17.0 / Math.sqrt(session.number()) + 3;
    score("dissociation", "cadss-subjective-total", dice.normal(mean, mean / 2, 0, 76));
  }

  /** The four positive symptoms of the BPRS, each scored 0 to 6. */
  void psychotomimeticSymptoms() {
    Dice branch = dice.fork("psychotomimetic");
    score(
        "psychotomimetic",
        "bprs-positive-0-6",
        branch.normal(session.unbearable() ? 8 : 2.5, 2, 0, 24));
  }

  private void score(String kind, String instrument, int value) {
    observations
        .survey(kind, Timing.DURING, at(Timing.DURING), Vocabulary.INSTRUMENT, instrument)
        .setValue(new IntegerType(value));
  }

  private void bloodPressure(Timing timing, int rise, int diastolicRise) {
    Observation pressure =
        observations.vital("blood-pressure", timing, at(timing), LOINC, "85354-9");
    int upper = systolic + rise;
    component(pressure, "8480-6", upper);
    component(pressure, "8462-4", Math.min(diastolic + diastolicRise, upper - 15));
  }

  private static void component(Observation pressure, String code, int value) {
    pressure
        .addComponent()
        .setCode(Vocabulary.concept(LOINC, code))
        .setValue(Vocabulary.quantity(value, "mm[Hg]"));
  }

  private LocalDateTime at(Timing timing) {
    return switch (timing) {
      case BEFORE -> session.arrival().plusMinutes(10);
      case DURING ->
          session.doseStart().plusMinutes(Math.max(1, Math.min(40, session.given().minutes())));
      case AFTER -> session.fitToLeave().minusMinutes(5);
    };
  }
}
