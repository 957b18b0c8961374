package org.ketamineregistry.icsr;

import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Test;

/**
 * Makes the observations of a case's tests. What is one observation here and several tests there
 * comes back as one: a part joins the observation before it that was made at the same time.
 */
final class TestRecords {
  private final Lexicon lexicon;
  private final Patient patient;
  private final Consumer<Resource> made;
  private @Nullable Observation last;

  /**
   * @param made takes each record and gives it an id
   */
  TestRecords(Lexicon lexicon, Patient patient, Consumer<Resource> made) {
    this.lexicon = lexicon;
    this.patient = patient;
    this.made = made;
  }

  void add(Test test) {
    String name = test.name().words();
    if (name.equals(TestKind.SYSTOLIC.getDisplay())) {
      part(begin(TestKind.BLOOD_PRESSURE, test), TestKind.SYSTOLIC, value(test, ""));
    } else if (name.equals(TestKind.DIASTOLIC.getDisplay())) {
      part(of(TestKind.BLOOD_PRESSURE, test), TestKind.DIASTOLIC, value(test, ""));
    } else if (name.equals(TestKind.SUICIDE_RISK.getDisplay())) {
      begin(TestKind.SUICIDE_RISK, test).setValue(value(test, "suicide-risk-level-vs"));
    } else if (name.equals(TestKind.IDEATION.getDisplay())) {
      part(of(TestKind.SUICIDE_RISK, test), TestKind.IDEATION, value(test, ""));
    } else if (name.equals(TestKind.BEHAVIOUR.getDisplay())) {
      part(
          of(TestKind.SUICIDE_RISK, test),
          TestKind.BEHAVIOUR,
          value(test, "suicidal-behaviour-vs"));
    } else {
      Coding code = TestKind.named(name, lexicon).orElseGet(() -> new Coding().setDisplay(name));
      limits(begin(code, test).setValue(value(test, "")), test);
    }
  }

  private static void part(Observation observation, Coding code, @Nullable Type value) {
    observation.addComponent().setCode(RecordsFromCase.concept(code.copy())).setValue(value);
  }

  /** The observation of a kind and time that was begun last; a new one where it is another. */
  private Observation of(Coding code, Test test) {
    Observation before = last;
    boolean same =
        before != null
            && code.getCode().equals(Elements.code(before.getCode()))
            && Optional.ofNullable(test.date())
                .equals(Optional.ofNullable(Elements.date(before.getEffective())));
    return before != null && same ? before : begin(code, test);
  }

  private Observation begin(Coding code, Test test) {
    var observation = new Observation();
    made.accept(observation);
    observation
        .setSubject(RecordsFromCase.to(patient))
        .setStatus(ObservationStatus.FINAL)
        .setCode(RecordsFromCase.concept(code.copy()));
    if (test.date() != null) {
      observation.setEffective(RecordsFromCase.date(test.date()));
    }
    last = observation;
    return observation;
  }

  /**
   * A result as the guide has it.
   *
   * @param list where a text is looked up; empty where it is in no list
   */
  private @Nullable Type value(Test test, String list) {
    String text = test.text();
    if (test.value() != null) {
      return RecordsFromCase.quantity(test.value());
    }
    if (text != null) {
      return !list.isEmpty()
          ? RecordsFromCase.concept(RecordsFromCase.code(lexicon, list, text))
          : text.matches("[0-9]{1,9}")
              ? new IntegerType(Integer.parseInt(text))
              : new StringType(text);
    }
    return lexicon
        .numbered(TestsFromRecords.SCREEN_RESULTS, test.result())
        .map(RecordsFromCase::concept)
        .orElse(null);
  }

  private static void limits(Observation observation, Test test) {
    String unit = test.value() == null ? "1" : test.value().unit();
    if (test.low() != null) {
      observation.getReferenceRangeFirstRep().setLow(limit(test.low(), unit));
    }
    if (test.high() != null) {
      observation.getReferenceRangeFirstRep().setHigh(limit(test.high(), unit));
    }
  }

  private static Quantity limit(String value, String unit) {
    return RecordsFromCase.quantity(new Amount(value, unit));
  }
}
