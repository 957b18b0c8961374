package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.RuleSet.DoseLimit;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.practice.RuleSet.QuantityLimit;
import org.ketamineregistry.practice.RuleSet.RequiredMeasurement;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.ProfilePackage;

/** Reads rule sets from the guide's {@code PracticeRuleSet} resources. */
public final class RuleSetReader {
  private RuleSetReader() {}

  /**
   * The rule set of a jurisdiction on a day.
   *
   * @param guide the compiled package
   * @param jurisdiction ISO 3166 code
   * @throws IllegalStateException where the package has none, or more than one
   */
  public static RuleSet inForce(ProfilePackage guide, String jurisdiction, LocalDate day) {
    List<RuleSet> found =
        guide.of(PlanDefinition.class).stream()
            .map(RuleSetReader::read)
            .filter(set -> set.jurisdiction().equals(jurisdiction))
            .filter(set -> set.effectiveOn(day))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "The profile package has "
              + found.size()
              + " rule sets in force for jurisdiction "
              + jurisdiction);
    }
    return found.get(0);
  }

  static RuleSet read(PlanDefinition plan) {
    Map<Rule, Limits> rules = new EnumMap<>(Rule.class);
    for (PlanDefinitionActionComponent action : plan.getAction()) {
      action.getCode().stream()
          .flatMap(code -> code.getCoding().stream())
          .map(Coding::getCode)
          .flatMap(code -> Rule.of(code).stream())
          .forEach(rule -> rules.put(rule, limits(action)));
    }
    var period = plan.getEffectivePeriod();
    return new RuleSet(
        plan.getUrl() + "|" + plan.getVersion(),
        plan.getJurisdictionFirstRep().getCodingFirstRep().getCode(),
        day(period.getStartElement()),
        period.hasEnd() ? day(period.getEndElement()) : null,
        LawfulBasis.valueOf(
            plan.getExtensionByUrl(Canonical.extension("lawful-basis"))
                .getValue()
                .primitiveValue()
                .toUpperCase(Locale.ROOT)
                .replace('-', '_')),
        truth(plan.getExtensionByUrl(Canonical.extension("written-consent-required"))),
        Map.copyOf(rules));
  }

  private static Limits limits(PlanDefinitionActionComponent action) {
    return new Limits(
        extensions(action, "dose-limit").stream().map(RuleSetReader::dose).toList(),
        extensions(action, "interval-limit").stream()
            .map(RuleSetReader::interval)
            .findFirst()
            .orElse(null),
        extensions(action, "quantity-limit").stream().map(RuleSetReader::quantity).toList(),
        extensions(action, "required-measurement").stream()
            .map(RuleSetReader::measurement)
            .toList());
  }

  private static DoseLimit dose(Extension limit) {
    var maximum = (Quantity) part(limit, "maximum");
    return new DoseLimit(
        part(limit, "substance").primitiveValue(),
        ((Coding) part(limit, "route")).getCode(),
        maximum.getValue(),
        maximum.getCode().equals("mg/kg"));
  }

  private static QuantityLimit quantity(Extension limit) {
    return new QuantityLimit(
        part(limit, "substance").primitiveValue(),
        ((Coding) part(limit, "route")).getCode(),
        ((Quantity) part(limit, "maximum")).getValue(),
        limit.hasExtension("within") ? duration((Quantity) part(limit, "within")) : null);
  }

  private static RequiredMeasurement measurement(Extension required) {
    var coding = (Coding) part(required, "measurement");
    return new RequiredMeasurement(
        coding.getSystem() + "|" + coding.getCode(),
        required.hasExtension("timing") ? part(required, "timing").primitiveValue() : null);
  }

  private static TemporalAmount interval(Extension limit) {
    var shortest = (Quantity) limit.getValue();
    boolean wholeDays =
        shortest.getCode().equals("d") && shortest.getValue().stripTrailingZeros().scale() <= 0;
    return wholeDays ? Period.ofDays(shortest.getValue().intValueExact()) : duration(shortest);
  }

  private static Duration duration(Quantity duration) {
    long hoursEach = duration.getCode().equals("d") ? 24 : 1;
    return Duration.ofMinutes(
        duration.getValue().multiply(BigDecimal.valueOf(hoursEach * 60)).longValue());
  }

  private static Type part(Extension extension, String url) {
    return extension.getExtensionByUrl(url).getValue();
  }

  private static List<Extension> extensions(Element element, String id) {
    return element.getExtensionsByUrl(Canonical.extension(id));
  }

  private static boolean truth(@Nullable Extension extension) {
    return extension != null && ((BooleanType) extension.getValue()).booleanValue();
  }

  private static LocalDate day(BaseDateTimeType value) {
    return LocalDate.parse(value.getValueAsString().substring(0, 10));
  }
}
