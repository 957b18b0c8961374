package org.ketamineregistry.synthetic;

import static org.ketamineregistry.synthetic.Vocabulary.ADVERSE_EFFECT;
import static org.ketamineregistry.synthetic.Vocabulary.SNOMED;

/**
 * An adverse event that a session may bring. The weekly rates of the first six are those reported
 * spontaneously in the first week of esketamine (n = 928); the rest are small and illustrative.
 */
enum Reaction {
  DIZZINESS(SNOMED, "404640003", 0.206, 0.8, 1, 60, 0.0006),
  DISSOCIATION(ADVERSE_EFFECT, "dissociation", 0.167, 1.2, 1, 50, 0.001),
  NAUSEA(SNOMED, "422587007", 0.14, 0.9, 1, 80, 0.0004),
  VERTIGO(ADVERSE_EFFECT, "vertigo", 0.121, 0.3, 1, 60, 0.0006),
  RAISED_BLOOD_PRESSURE(SNOMED, "24184005", 0.043, 1.1, 2, 45, 0.02),
  SEDATION(SNOMED, "17971005", 0.038, 1, 1, 60, 0.005),
  HEADACHE(SNOMED, "25064002", 0.03, 1, 1, 180, 0.0005),
  FEELING_STRANGE(ADVERSE_EFFECT, "feeling-strange", 0.025, 1, 1, 60, 0),
  PERCEPTION_CHANGE(ADVERSE_EFFECT, "perception-change", 0.02, 1, 1, 50, 0),
  BLURRED_VISION(ADVERSE_EFFECT, "blurred-vision", 0.02, 1, 1, 60, 0.0005),
  ANXIETY(SNOMED, "48694002", 0.018, 1, 1, 40, 0.004),
  VOMITING(SNOMED, "422400008", 0.015, 1, 1, 30, 0.002),
  TACHYCARDIA(SNOMED, "3424008", 0.006, 1, 1, 30, 0.02),
  HALLUCINATIONS(SNOMED, "7011001", 0.004, 1, 2, 45, 0.03),
  URINARY_SYMPTOMS(ADVERSE_EFFECT, "urinary-symptoms", 0.004, 1, 1, 20_000, 0.01),
  SUICIDAL_THOUGHTS(SNOMED, "6471006", 0.004, 1, 2, 3_000, 0.2),
  CRAVING(ADVERSE_EFFECT, "craving", 0.002, 1, 1, 10_000, 0.01),
  CYSTITIS(SNOMED, "38822007", 0.0008, 1, 2, 30_000, 0.25),
  MISUSE(ADVERSE_EFFECT, "misuse", 0.0006, 1, 1, 10_000, 0.1),
  DIVERSION(ADVERSE_EFFECT, "diversion", 0.0003, 1, 1, 10_000, 0.1);

  private static final int SESSIONS_IN_FIRST_WEEK = 2;

  private final String system;
  private final String code;
  private final double firstWeek;
  private final double racemicFactor;
  private final int grade;
  private final int minutes;
  private final double seriousShare;

  Reaction(
      String system,
      String code,
      double firstWeek,
      double racemicFactor,
      int grade,
      int minutes,
      double seriousShare) {
    this.system = system;
    this.code = code;
    this.firstWeek = firstWeek;
    this.racemicFactor = racemicFactor;
    this.grade = grade;
    this.minutes = minutes;
    this.seriousShare = seriousShare;
  }

  String system() {
    return system;
  }

  String code() {
    return code;
  }

  /** The share of these events that meet a criterion of seriousness. */
  double seriousShare() {
    return seriousShare;
  }

  /** The share of patients who report it in the first week of esketamine. */
  double firstWeekRate() {
    return firstWeek;
  }

  /** The lowest CTCAE grade that it has here. */
  int usualGrade() {
    return grade;
  }

  /** How long it usually lasts. */
  int usualMinutes() {
    return minutes;
  }

  /**
   * Some come with a session and go with it; the others belong to long use and grow with the number
   * of sessions.
   */
  boolean acute() {
    return minutes < 1_000;
  }

  /**
   * The chance in one session: the weekly rate shared by the two sessions of a week, falling later.
   */
  double chance(int session, Regimen regimen) {
    double perSession = 1 - StrictMath.pow(1 - firstWeek, 1.0 / SESSIONS_IN_FIRST_WEEK);
    double factor = regimen == Regimen.NASAL_ESKETAMINE ? 1 : racemicFactor;
    return perSession * factor * (acute() ? fading(session) : session / 6.0);
  }

  private static double fading(int session) {
    return session <= SESSIONS_IN_FIRST_WEEK ? 1 : session <= 8 ? 0.5 : 0.3;
  }
}
