package org.ketamineregistry.icsr;

import java.util.List;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What observations say in the elements that the page {@code mapping-e2b} maps to F.r. */
final class MappedTests {
  private static final List<String> QUANTITIES =
      List.of("ketamine-heart-rate", "ketamine-oxygen-saturation");
  private static final List<String> SCORES =
      List.of(
          "ketamine-dissociation-score",
          "ketamine-psychotomimetic-score",
          "ketamine-sedation-score",
          "depression-score",
          "bladder-symptom-score",
          "cognition-score");
  private final BiConsumer<String, @Nullable String> say;

  MappedTests(BiConsumer<String, @Nullable String> say) {
    this.say = say;
  }

  void of(List<Observation> observations) {
    elements("liver-function-test", "effective[x]", "code", "value[x].value", "value[x].code");
    elements("liver-function-test", "referenceRange.low", "referenceRange.high");
    elements("urine-drug-screen", "effective[x]", "code", "value[x]");
    elements("suicidality-assessment", "effective[x]", "code", "value[x]");
    elements("ketamine-blood-pressure", "effective[x]");
    QUANTITIES.forEach(profile -> elements(profile, "effective[x]", "code", "value[x]"));
    SCORES.forEach(profile -> elements(profile, "effective[x]", "code", "value[x]"));
    for (String part : List.of("worstIdeation", "behaviour")) {
      elements("suicidality-assessment", "component:" + part + ".code");
      elements("suicidality-assessment", "component:" + part + ".value[x]");
    }
    for (String part : List.of("SystolicBP", "DiastolicBP")) {
      elements("ketamine-blood-pressure", "component:" + part + ".code");
      elements("ketamine-blood-pressure", "component:" + part + ".value[x].value");
      elements("ketamine-blood-pressure", "component:" + part + ".value[x].code");
    }
    observations.forEach(this::observation);
  }

  private void elements(String profile, String... elements) {
    for (String element : elements) {
      say.accept(profile + " " + element, null);
    }
  }

  private void observation(Observation one) {
    String profile =
        one.getCode().getCoding().stream().map(MappedTests::profile).reduce("", String::concat);
    say.accept(profile + " effective[x]", date(one.getEffectiveDateTimeType()));
    if (profile.equals("ketamine-blood-pressure")) {
      one.getComponent()
          .forEach(
              part -> {
                boolean systolic = code(part.getCode()).endsWith("|8480-6");
                String element =
                    profile + " component:" + (systolic ? "SystolicBP" : "DiastolicBP");
                say.accept(element + ".code", code(part.getCode()));
                say.accept(element + ".value[x].value", number(part.getValueQuantity()));
                say.accept(element + ".value[x].code", part.getValueQuantity().getCode());
              });
      return;
    }
    say.accept(profile + " code", code(one.getCode()));
    if (profile.equals("liver-function-test")) {
      say.accept(profile + " value[x].value", number(one.getValueQuantity()));
      say.accept(profile + " value[x].code", one.getValueQuantity().getCode());
      say.accept(profile + " referenceRange.low", number(one.getReferenceRangeFirstRep().getLow()));
      say.accept(
          profile + " referenceRange.high", number(one.getReferenceRangeFirstRep().getHigh()));
      return;
    }
    say.accept(profile + " value[x]", value(one.getValue()));
    one.getComponent()
        .forEach(
            part -> {
              boolean ideation = code(part.getCode()).endsWith("|worst-suicidal-ideation");
              String element = profile + " component:" + (ideation ? "worstIdeation" : "behaviour");
              say.accept(element + ".code", code(part.getCode()));
              say.accept(element + ".value[x]", value(part.getValue()));
            });
  }

  /** The profile that a code belongs to; empty where it is a code beside another. */
  private static String profile(Coding code) {
    Lexicon lexicon = KnownRecords.LEXICON;
    return switch (code.getCode()) {
      case "85354-9" -> "ketamine-blood-pressure";
      case "8867-4" -> "ketamine-heart-rate";
      case "2708-6" -> "ketamine-oxygen-saturation";
      case "cadss-subjective-total" -> "ketamine-dissociation-score";
      case "moaa-s" -> "ketamine-sedation-score";
      case "93374-7" -> "suicidality-assessment";
      default ->
          lexicon.has("liver-function-vs", code)
              ? "liver-function-test"
              : lexicon.has("drug-screen-vs", code)
                  ? "urine-drug-screen"
                  : lexicon.has("psychotomimetic-instrument-vs", code)
                      ? "ketamine-psychotomimetic-score"
                      : lexicon.has("depression-instrument-vs", code)
                          ? "depression-score"
                          : lexicon.has("bladder-instrument-vs", code)
                              ? "bladder-symptom-score"
                              : lexicon.has("cognition-instrument-vs", code)
                                  ? "cognition-score"
                                  : "";
    };
  }

  private static String value(Type value) {
    return value instanceof Quantity quantity
        ? number(quantity) + " " + quantity.getCode()
        : value instanceof CodeableConcept concept ? code(concept) : value.primitiveValue();
  }

  /** The code that the guide asks for, whatever stands beside it. */
  private static String code(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(one -> concept.getCoding().size() == 1 || !profile(one).isEmpty())
        .map(one -> one.getSystem() + "|" + one.getCode())
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String number(Quantity quantity) {
    return quantity.hasValue() ? quantity.getValue().stripTrailingZeros().toPlainString() : null;
  }

  private static @Nullable String date(@Nullable BaseDateTimeType date) {
    return date == null || !date.hasValue() ? null : date.getValueAsString().replace("Z", "+00:00");
  }
}
