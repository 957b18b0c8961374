package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ketamineregistry.practice.CaseFile.Said;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Measurement;
import org.ketamineregistry.practice.Fact.TakeHome;
import org.ketamineregistry.practice.Fact.TreatmentConsent;
import org.ketamineregistry.practice.Fact.Weight;
import org.ketamineregistry.practice.RuleSet.DoseLimit;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.practice.RuleSet.QuantityLimit;
import org.ketamineregistry.practice.RuleSet.RequiredMeasurement;

/** Evaluates a rule set over a case file. Pure: the same facts give the same findings. */
public final class Practice {
  private final RuleSet rules;
  private final CaseFile file;
  private final Map<String, List<Measurement>> measurements;
  private final List<Finding> findings = new ArrayList<>();

  private Practice(RuleSet rules, CaseFile file) {
    this.rules = rules;
    this.file = file;
    measurements =
        file.facts().stream()
            .map(CaseFile.Known::fact)
            .filter(Measurement.class::isInstance)
            .map(Measurement.class::cast)
            .collect(Collectors.groupingBy(Measurement::session));
  }

  /** Every finding of a rule set in a case file. */
  public static List<Finding> evaluate(RuleSet rules, CaseFile file) {
    var practice = new Practice(rules, file);
    practice.administrations();
    practice.takeHome();
    return List.copyOf(practice.findings);
  }

  private void administrations() {
    List<Said<Administration>> doses = file.said(Administration.class, Administration::start);
    Said<Administration> before = null;
    for (Said<Administration> dose : doses) {
      consent(dose, before == null);
      accreditation(dose);
      amount(dose);
      monitoring(dose);
      if (!dose.fact().observed()) {
        find(Rule.ADMINISTRATION_NOT_OBSERVED, dose);
      }
      if (before != null
          && shorterThanAllowed(
              Rule.SESSION_INTERVAL_SHORT,
              before.fact().day(),
              before.fact().start(),
              dose.fact())) {
        find(Rule.SESSION_INTERVAL_SHORT, dose);
      }
      before = dose;
    }
  }

  /** The consent that covers a dose is the last one in force before it. */
  private void consent(Said<Administration> dose, boolean first) {
    List<Said<TreatmentConsent>> consents =
        file.said(TreatmentConsent.class, TreatmentConsent::decidedAt).stream()
            .filter(said -> said.fact().inForce())
            .toList();
    Optional<TreatmentConsent> covering =
        consents.stream()
            .map(Said::fact)
            .filter(consent -> !consent.decidedAt().isAfter(dose.fact().start()))
            .reduce((earlier, later) -> later);
    if (covering.isEmpty()) {
      find(consents.isEmpty() ? Rule.TREATMENT_CONSENT_MISSING : Rule.TREATMENT_CONSENT_LATE, dose);
    } else if (first) {
      quality(covering.get(), dose);
    }
  }

  /** What a consent lacks is found once, at the first dose that it covers. */
  private void quality(TreatmentConsent consent, Said<Administration> dose) {
    switch (consent.capacity()) {
      case NOT_ASSESSED -> find(Rule.CAPACITY_NOT_ASSESSED, dose);
      case LACKS_CAPACITY -> find(Rule.CAPACITY_LACKING, dose);
      case HAS_CAPACITY -> {}
    }
    if (rules.writtenConsent() && !consent.written()) {
      find(Rule.CONSENT_NOT_WRITTEN, dose);
    }
    if (consent.informationSheet() == null) {
      find(Rule.INFORMATION_SHEET_MISSING, dose);
    }
    if (consent.optionsDiscussed() == null || !consent.optionsDiscussed()) {
      find(Rule.OPTIONS_NOT_DISCUSSED, dose);
    }
    if (consent.consultationDate() != null
        && shorterThanAllowed(
            Rule.REFLECTION_INTERVAL_SHORT,
            consent.consultationDate(),
            consent.consultationDate().atStartOfDay(ZoneOffset.UTC).toInstant(),
            dose.fact())) {
      find(Rule.REFLECTION_INTERVAL_SHORT, dose);
    }
  }

  private void accreditation(Said<Administration> dose) {
    LocalDate day = dose.fact().day();
    if (file.clinic().accreditations().stream().noneMatch(period -> period.covers(day))) {
      find(Rule.ACCREDITATION_LAPSED, dose);
    }
  }

  /** Of a dose that has not ended the last measurements cannot be there yet. */
  private void monitoring(Said<Administration> dose) {
    if (dose.fact().ongoing()) {
      return;
    }
    List<Measurement> measured = measurements.getOrDefault(dose.fact().session(), List.of());
    String missing =
        limits(Rule.MONITORING_INCOMPLETE).measurements().stream()
            .filter(required -> measured.stream().noneMatch(required::isMetBy))
            .map(RequiredMeasurement::toString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      find(Rule.MONITORING_INCOMPLETE, dose, missing);
    }
  }

  private void amount(Said<Administration> dose) {
    for (DoseLimit limit : limits(Rule.DOSE_ABOVE_LIMIT).doses()) {
      if (limit.substance().equals(dose.fact().substance())
          && limit.route().equals(dose.fact().route())
          && above(dose.fact(), limit)) {
        find(Rule.DOSE_ABOVE_LIMIT, dose);
        return;
      }
    }
  }

  /** Without a weight nothing can be said of a limit per kilogram, and nothing is found. */
  private boolean above(Administration dose, DoseLimit limit) {
    if (!limit.perKg()) {
      return dose.doseMg().compareTo(limit.maximum()) > 0;
    }
    return weightAt(dose.start())
        .map(kg -> dose.doseMg().compareTo(limit.maximum().multiply(kg)) > 0)
        .orElse(false);
  }

  private Optional<BigDecimal> weightAt(Instant when) {
    return file.said(Weight.class, Weight::at).stream()
        .map(Said::fact)
        // A weight may be noted some minutes into the session.
        .filter(weight -> !weight.at().isAfter(when.plus(Duration.ofHours(12))))
        .reduce((earlier, later) -> later)
        .map(Weight::kg);
  }

  private void takeHome() {
    List<Said<TakeHome>> supplies = file.said(TakeHome.class, TakeHome::handedOver);
    for (Said<TakeHome> supply : supplies) {
      limits(Rule.TAKE_HOME_ABOVE_LIMIT).quantities().stream()
          .filter(limit -> concerns(limit, supply.fact()))
          .filter(
              limit -> suppliedMg(supplies, supply.fact(), limit).compareTo(limit.maximumMg()) > 0)
          .findFirst()
          .ifPresent(
              limit ->
                  findings.add(
                      new Finding(
                          Rule.TAKE_HOME_ABOVE_LIMIT,
                          supply.id(),
                          "MedicationDispense",
                          supply.fact().handedOver(),
                          "")));
    }
  }

  /** A supply with those before it that the limit adds up; the one that exceeds it is found. */
  private static BigDecimal suppliedMg(
      List<Said<TakeHome>> supplies, TakeHome supply, QuantityLimit limit) {
    if (limit.within() == null) {
      return supply.quantityMg();
    }
    Instant from = supply.handedOver().minus(limit.within());
    return supplies.stream()
        .map(Said::fact)
        .filter(other -> concerns(limit, other))
        .filter(other -> other.handedOver().isAfter(from))
        .filter(other -> !other.handedOver().isAfter(supply.handedOver()))
        .map(TakeHome::quantityMg)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean concerns(QuantityLimit limit, TakeHome supply) {
    return limit.substance().equals(supply.substance()) && limit.route().equals(supply.route());
  }

  private boolean shorterThanAllowed(
      Rule rule, LocalDate fromDay, Instant from, Administration to) {
    TemporalAmount least = limits(rule).interval();
    if (least == null) {
      return false;
    }
    return least instanceof Period days
        ? to.day().isBefore(fromDay.plus(days))
        : to.start().isBefore(from.plus(least));
  }

  private Limits limits(Rule rule) {
    return rules.rules().getOrDefault(rule, Limits.NONE);
  }

  /** A rule that the jurisdiction does not have finds nothing. */
  private void find(Rule rule, Said<Administration> dose) {
    find(rule, dose, "");
  }

  private void find(Rule rule, Said<Administration> dose, String detail) {
    if (rules.rules().containsKey(rule)) {
      findings.add(
          new Finding(rule, dose.id(), "MedicationAdministration", dose.fact().start(), detail));
    }
  }
}
