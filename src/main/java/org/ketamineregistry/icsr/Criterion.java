package org.ketamineregistry.icsr;

import java.util.Arrays;
import java.util.Optional;

/** E.i.3.2, the criteria by which a reaction is serious (ICH E2A), in the order of the message. */
public enum Criterion {
  /** E.i.3.2a. */
  DEATH("34", "resultsInDeath", "C48275", "it resulted in death"),
  /** E.i.3.2b. */
  LIFE_THREATENING("21", "isLifeThreatening", "C84266", "it was life-threatening"),
  /** E.i.3.2c. */
  HOSPITALISATION(
      "33",
      "requiresInpatientHospitalization",
      "C83052",
      "it caused or prolonged a stay in hospital"),
  /** E.i.3.2d. */
  DISABILITY("35", "resultsInPersistentOrSignificantDisability", "C11338", "it was disabling"),
  /** E.i.3.2e. */
  CONGENITAL_ANOMALY("12", "congenitalAnomalyBirthDefect", "C83117", "it is a congenital anomaly"),
  /** E.i.3.2f. */
  OTHER("26", "otherMedicallyImportantCondition", "C82521", "it was otherwise medically important");

  private final String observation;
  private final String displayed;
  private final String code;
  private final String words;

  Criterion(String observation, String displayed, String code, String words) {
    this.observation = observation;
    this.displayed = displayed;
    this.code = code;
    this.words = words;
  }

  /** The code of ICH's list of observations. */
  String observation() {
    return observation;
  }

  /** ICH's name of that code. */
  String displayed() {
    return displayed;
  }

  /** The code of the National Cancer Institute's thesaurus, which records have. */
  String code() {
    return code;
  }

  /** As a sentence of the narrative says it. */
  String words() {
    return words;
  }

  /** The criterion that a record means. */
  static Optional<Criterion> coded(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
