package org.ketamineregistry.icsr;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Test;

/**
 * F.r, the tests about the time of the reaction: of liver function and of urine for drugs, from
 * ninety days before it began to thirty days after.
 */
final class TestsFromRecords {
  static final String LIVER = "liver-function-vs";
  static final String URINE = "drug-screen-vs";
  static final String SCREEN_RESULTS = "drug-screen-result-cs";
  private static final int DAYS_BEFORE = 90;
  private static final int DAYS_AFTER = 30;

  private final Lexicon lexicon;
  private final MeddraTerms terms;

  TestsFromRecords(Lexicon lexicon, MeddraTerms terms) {
    this.lexicon = lexicon;
    this.terms = terms;
  }

  List<Test> of(EventRecords records, Reaction reaction) {
    String from =
        reaction.start() == null ? null : E2bDate.plusDays(reaction.start(), -DAYS_BEFORE);
    String until = reaction.start() == null ? null : E2bDate.plusDays(reaction.start(), DAYS_AFTER);
    if (from == null || until == null) {
      return List.of();
    }
    return records
        .observations()
        .filter(
            one -> {
              String made = Elements.date(one.getEffective());
              return made != null
                  && E2bDate.isNotAfter(from, made)
                  && E2bDate.isNotAfter(made, until);
            })
        .flatMap(this::test)
        .toList();
  }

  private Stream<Test> test(Observation observation) {
    Coding code = observation.getCode().getCodingFirstRep();
    boolean screen = lexicon.has(URINE, code);
    if (!screen && !lexicon.has(LIVER, code)) {
      return Stream.empty();
    }
    return Stream.of(
        new Test(
            Elements.date(observation.getEffective()),
            terms.named(code, lexicon),
            observation.getValue() instanceof CodeableConcept found
                ? lexicon.number(SCREEN_RESULTS, Elements.code(found))
                : null,
            observation.getValue() instanceof Quantity found ? Elements.amount(found) : null,
            limit(observation.getReferenceRangeFirstRep().getLow()),
            limit(observation.getReferenceRangeFirstRep().getHigh())));
  }

  private static @Nullable String limit(Quantity quantity) {
    return quantity.hasValue() ? Elements.number(quantity.getValue()) : null;
  }
}
