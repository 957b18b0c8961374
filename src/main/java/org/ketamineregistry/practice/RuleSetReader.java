package org.ketamineregistry.practice;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.ProfilePackage;

/** Reads rule sets from the guide's {@code PracticeRuleSet} resources. */
public final class RuleSetReader {
  /** How each kind of limit is read, by the extension that states it. */
  private static final Map<String, Function<Extension, Limit>> KINDS =
      Map.ofEntries(
          Map.entry("dose-limit", RuleSetReader::dose),
          Map.entry("interval-limit", RuleSetReader::shortest),
          Map.entry("longest-interval", limit -> new Limit.Longest(days(limit.getValue()))),
          Map.entry("quantity-limit", RuleSetReader::quantity),
          Map.entry("required-measurement", RuleSetReader::measurement),
          Map.entry("current-information-sheet", RuleSetReader::sheet),
          Map.entry("contraindication", RuleSetReader::contraindication),
          Map.entry("reporting-deadline", RuleSetReader::deadline),
          Map.entry("response-threshold", RuleSetReader::response),
          Map.entry("frequency-limit", RuleSetReader::frequency),
          Map.entry("dose-rise-limit", RuleSetReader::rise),
          Map.entry("follow-up", RuleSetReader::followUp));

  private RuleSetReader() {}

  /**
   * The rule set of a jurisdiction on a day.
   *
   * @param guide the compiled package
   * @param jurisdiction ISO 3166 code
   * @throws IllegalStateException where the package has none, or more than one
   */
  public static RuleSet inForce(ProfilePackage guide, String jurisdiction, LocalDate day) {
    List<RuleSet> found = ofJurisdiction(guide, jurisdiction, day);
    if (found.size() != 1) {
      throw new IllegalStateException(
          "The profile package has "
              + found.size()
              + " rule sets in force for jurisdiction "
              + jurisdiction);
    }
    return found.get(0);
  }

  /** The rule sets of a jurisdiction on a day: one, or none where the guide has none. */
  public static List<RuleSet> ofJurisdiction(
      ProfilePackage guide, String jurisdiction, LocalDate day) {
    return guide.of(PlanDefinition.class).stream()
        .map(RuleSetReader::read)
        .filter(set -> set.jurisdiction().equals(jurisdiction))
        .filter(set -> set.effectiveOn(day))
        .toList();
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
        Elements.day(period.getStartElement()),
        period.hasEnd() ? Elements.day(period.getEndElement()) : null,
        LawfulBasis.valueOf(
            constant(plan.getExtensionByUrl(Canonical.extension("lawful-basis")).getValue())),
        truth(plan.getExtensionByUrl(Canonical.extension("written-consent-required"))),
        Map.copyOf(rules));
  }

  private static Limits limits(PlanDefinitionActionComponent action) {
    Extension from = action.getExtensionByUrl(Canonical.extension("applies-from"));
    return new Limits(
        from == null ? null : Elements.day((BaseDateTimeType) from.getValue()),
        action.getExtension().stream()
            .flatMap(
                extension ->
                    Optional.ofNullable(KINDS.get(name(extension)))
                        .map(kind -> kind.apply(extension))
                        .stream())
            .toList());
  }

  private static String name(Extension extension) {
    return extension.getUrl().substring(extension.getUrl().lastIndexOf('/') + 1);
  }

  private static Limit dose(Extension limit) {
    var maximum = (Quantity) part(limit, "maximum");
    return new Limit.Dose(product(limit), maximum.getValue(), maximum.getCode().equals("mg/kg"));
  }

  private static Limit quantity(Extension limit) {
    return new Limit.Quantity(
        product(limit),
        ((Quantity) part(limit, "maximum")).getValue(),
        limit.hasExtension("within") ? Elements.duration((Quantity) part(limit, "within")) : null);
  }

  private static Limit measurement(Extension required) {
    return new Limit.Measurement(
        token(part(required, "measurement")),
        required.hasExtension("timing") ? part(required, "timing").primitiveValue() : null);
  }

  private static Limit shortest(Extension limit) {
    var shortest = (Quantity) limit.getValue();
    boolean wholeDays =
        shortest.getCode().equals("d") && shortest.getValue().stripTrailingZeros().scale() <= 0;
    return new Limit.Shortest(
        wholeDays ? Period.ofDays(days(shortest)) : Elements.duration(shortest));
  }

  private static Limit sheet(Extension limit) {
    return new Limit.Sheet(
        part(limit, "sheet").primitiveValue(),
        Elements.day((BaseDateTimeType) part(limit, "since")));
  }

  private static Limit contraindication(Extension limit) {
    return new Limit.Contraindication(
        token(part(limit, "condition")),
        limit.hasExtension("history") && ((BooleanType) part(limit, "history")).booleanValue());
  }

  private static Limit deadline(Extension limit) {
    return new Limit.Deadline(
        Seriousness.valueOf(constant(part(limit, "class"))), days(part(limit, "within")));
  }

  private static Limit response(Extension limit) {
    return new Limit.Response(
        token(part(limit, "instrument")), ((Quantity) part(limit, "fall")).getValue());
  }

  private static Limit frequency(Extension limit) {
    return new Limit.Frequency(
        product(limit),
        ((IntegerType) part(limit, "maximum")).getValue(),
        days(part(limit, "within")));
  }

  private static Limit rise(Extension limit) {
    return new Limit.Rise(product(limit), ((Quantity) part(limit, "maximum")).getValue());
  }

  private static Limit followUp(Extension limit) {
    return new Limit.FollowUp(
        days(part(limit, "after")),
        days(part(limit, "window")),
        limit.getExtensionsByUrl("assessment").stream()
            .map(assessment -> token(assessment.getValue()))
            .toList());
  }

  private static Product product(Extension limit) {
    return new Product(
        part(limit, "substance").primitiveValue(), ((Coding) part(limit, "route")).getCode());
  }

  private static String token(Type coding) {
    return ((Coding) coding).getSystem() + "|" + ((Coding) coding).getCode();
  }

  private static int days(Type duration) {
    return ((Quantity) duration).getValue().intValueExact();
  }

  private static String constant(Type code) {
    return code.primitiveValue().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Type part(Extension extension, String url) {
    return extension.getExtensionByUrl(url).getValue();
  }

  private static boolean truth(@Nullable Extension extension) {
    return extension != null && ((BooleanType) extension.getValue()).booleanValue();
  }
}
