package org.ketamineregistry.icsr;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Test;

/**
 * F.r, the tests that {@link RelevantTests} finds. A blood pressure is two tests and an assessment
 * of suicidality several, one after the other, since a test of E2B(R3) has one result.
 */
final class TestsFromRecords {
  static final String SCREEN_RESULTS = "drug-screen-result-cs";

  private final Lexicon lexicon;
  private final MeddraTerms terms;

  TestsFromRecords(Lexicon lexicon, MeddraTerms terms) {
    this.lexicon = lexicon;
    this.terms = terms;
  }

  List<Test> of(EventRecords records) {
    return RelevantTests.of(records, lexicon).stream().flatMap(this::tests).toList();
  }

  private Stream<Test> tests(Observation observation) {
    Coding code = TestKind.code(observation, lexicon).orElseThrow();
    if (TestKind.is(TestKind.BLOOD_PRESSURE, code)) {
      return Stream.of(TestKind.SYSTOLIC, TestKind.DIASTOLIC)
          .flatMap(part -> parts(observation, part));
    }
    if (TestKind.is(TestKind.SUICIDE_RISK, code)) {
      return Stream.concat(
          Stream.of(text(observation, own(TestKind.SUICIDE_RISK), observation.getValue())),
          Stream.of(TestKind.IDEATION, TestKind.BEHAVIOUR)
              .flatMap(part -> parts(observation, part)));
    }
    return Stream.of(whole(observation, code));
  }

  private Stream<Test> parts(Observation observation, Coding part) {
    return observation.getComponent().stream()
        .filter(one -> one.getCode().getCoding().stream().anyMatch(at -> TestKind.is(part, at)))
        .map(one -> text(observation, own(part), one.getValue()));
  }

  /** These codes stand in no list of the guide, so their words stand beside them here. */
  private Named own(Coding code) {
    return new Named(code.getDisplay(), terms.named(code, lexicon).term());
  }

  private Test whole(Observation observation, Coding code) {
    if (!(observation.getValue() instanceof CodeableConcept found)) {
      return text(observation, terms.named(code, lexicon), observation.getValue());
    }
    return new Test(
        Elements.date(observation.getEffective()),
        terms.named(code, lexicon),
        lexicon.number(SCREEN_RESULTS, Elements.code(found)),
        null,
        null,
        null,
        null);
  }

  /** A result that is an amount with its limits, or text: a score has no unit to be one with. */
  private Test text(Observation observation, Named name, @Nullable Type value) {
    return new Test(
        Elements.date(observation.getEffective()),
        name,
        null,
        value instanceof Quantity found ? Elements.amount(found) : null,
        value instanceof IntegerType score
            ? score.getValueAsString()
            : value instanceof CodeableConcept found ? lexicon.words(found) : null,
        limit(observation.getReferenceRangeFirstRep().getLow()),
        limit(observation.getReferenceRangeFirstRep().getHigh()));
  }

  private static @Nullable String limit(Quantity quantity) {
    return quantity.hasValue() ? Elements.number(quantity.getValue()) : null;
  }
}
