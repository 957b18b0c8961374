package org.ketamineregistry.icsr;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.ketamineregistry.profiles.Canonical;

/** What is measured of a patient, by when a measurement says something of a reaction. */
enum TestKind {
  /** Tests of a laboratory: changes come slowly, and a course of them tells more than one. */
  LABORATORY,
  /** What is measured around a dose: vital signs, dissociation, psychosis, sedation. */
  SESSION,
  /** Scales that follow the disease or a harm over the course; suicidality is one of them. */
  COURSE;

  private static final String LOINC = "http://loinc.org";
  private static final String PARTS = Canonical.codeSystem("safety-observation-cs");

  /** The panel that a blood pressure is; its parts are tests. */
  static final Coding BLOOD_PRESSURE = new Coding(LOINC, "85354-9", null);

  static final Coding SYSTOLIC = new Coding(LOINC, "8480-6", "Systolic blood pressure");
  static final Coding DIASTOLIC = new Coding(LOINC, "8462-4", "Diastolic blood pressure");

  /** The risk as judged, which an assessment of suicidality has beside its parts. */
  static final Coding SUICIDE_RISK = new Coding(LOINC, "93374-7", "Suicide risk level");

  static final Coding IDEATION =
      new Coding(PARTS, "worst-suicidal-ideation", "Worst suicidal ideation");
  static final Coding BEHAVIOUR = new Coding(PARTS, "suicidal-behaviour", "Suicidal behaviour");

  /** The value sets that its codes are in. */
  private List<String> lists() {
    return switch (this) {
      case LABORATORY -> List.of("liver-function-vs", "drug-screen-vs");
      case SESSION -> List.of("monitored-observation-vs");
      case COURSE ->
          List.of("depression-instrument-vs", "bladder-instrument-vs", "cognition-instrument-vs");
    };
  }

  /** What kind of test a code is; empty where it is none that is reported. */
  static Optional<TestKind> of(Coding code, Lexicon lexicon) {
    if (is(SUICIDE_RISK, code)) {
      return Optional.of(COURSE);
    }
    for (TestKind kind : values()) {
      if (kind.lists().stream().anyMatch(list -> lexicon.has(list, code))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The code by which an observation is a test; empty where it is none that is reported. */
  static Optional<Coding> code(Observation observation, Lexicon lexicon) {
    return observation.getCode().getCoding().stream()
        .filter(code -> of(code, lexicon).isPresent())
        .findFirst();
  }

  /** The code of a test that is called so. */
  static Optional<Coding> named(String words, Lexicon lexicon) {
    for (TestKind kind : values()) {
      for (String list : kind.lists()) {
        Optional<Coding> code = lexicon.code(list, words);
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return Optional.empty();
  }

  static boolean is(Coding one, Coding other) {
    return one.getSystem().equals(other.getSystem()) && one.getCode().equals(other.getCode());
  }
}
