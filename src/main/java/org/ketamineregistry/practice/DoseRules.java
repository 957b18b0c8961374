package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Comorbidity;
import org.ketamineregistry.practice.Fact.Measurement;
import org.ketamineregistry.practice.Fact.Weight;

/**
 * Each dose at the clinic: by whom, to whom, how much, how watched, how soon (R8, R11, R18, S3).
 */
final class DoseRules {
  private final Examination examination;
  private final List<Comorbidity> comorbidities;
  private final Map<String, List<Measurement>> measurements;

  private DoseRules(Examination examination) {
    this.examination = examination;
    comorbidities = examination.file().known(Comorbidity.class).stream().map(Known::fact).toList();
    measurements =
        examination.file().known(Measurement.class).stream()
            .map(Known::fact)
            .collect(Collectors.groupingBy(Measurement::session));
  }

  static void judge(Examination examination) {
    var rules = new DoseRules(examination);
    Known<Administration> before = null;
    for (Known<Administration> dose : examination.doses()) {
      rules.accreditation(dose);
      rules.contraindications(dose);
      rules.amount(dose);
      rules.monitoring(dose);
      if (!dose.fact().observed()) {
        examination.find(Rule.ADMINISTRATION_NOT_OBSERVED, dose, "");
      }
      rules.interval(before, dose);
      before = dose;
    }
  }

  private void accreditation(Known<Administration> dose) {
    LocalDate day = dose.fact().day();
    if (examination.file().clinic().accreditations().stream()
        .noneMatch(period -> period.covers(day))) {
      examination.find(Rule.ACCREDITATION_LAPSED, dose, "");
    }
  }

  private void contraindications(Known<Administration> dose) {
    String present =
        examination
            .limits(Rule.CONTRAINDICATION_PRESENT)
            .all(Limit.Contraindication.class)
            .filter(limit -> isPresent(limit, dose.fact().day()))
            .map(limit -> Limit.bare(limit.condition()))
            .collect(Collectors.joining(", "));
    if (!present.isEmpty()) {
      examination.find(Rule.CONTRAINDICATION_PRESENT, dose, present);
    }
  }

  private boolean isPresent(Limit.Contraindication limit, LocalDate day) {
    return comorbidities.stream()
        .filter(condition -> condition.codes().contains(limit.condition()))
        .anyMatch(
            condition ->
                limit.evenInHistory() ? condition.hasBegunOn(day) : condition.isPresentOn(day));
  }

  private void amount(Known<Administration> dose) {
    boolean above =
        examination
            .limits(Rule.DOSE_ABOVE_LIMIT)
            .all(Limit.Dose.class)
            .filter(limit -> limit.product().equals(dose.fact().product()))
            .anyMatch(limit -> isAbove(dose.fact(), limit));
    if (above) {
      examination.find(Rule.DOSE_ABOVE_LIMIT, dose, "");
    }
  }

  /** Without a weight nothing can be said of a limit per kilogram, and nothing is found. */
  private boolean isAbove(Administration dose, Limit.Dose limit) {
    if (!limit.perKg()) {
      return dose.doseMg().compareTo(limit.maximum()) > 0;
    }
    return weightAt(dose.start())
        .map(kg -> dose.doseMg().compareTo(limit.maximum().multiply(kg)) > 0)
        .orElse(false);
  }

  private Optional<BigDecimal> weightAt(Instant when) {
    return examination.file().known(Weight.class, Weight::at).stream()
        .map(Known::fact)
        // A weight may be noted some minutes into the session.
        .filter(weight -> !weight.at().isAfter(when.plus(Duration.ofHours(12))))
        .reduce((earlier, later) -> later)
        .map(Weight::kg);
  }

  /** Of a dose that has not ended the last measurements cannot be there yet. */
  private void monitoring(Known<Administration> dose) {
    if (dose.fact().ongoing()) {
      return;
    }
    List<Measurement> measured = measurements.getOrDefault(dose.fact().session(), List.of());
    String missing =
        examination
            .limits(Rule.MONITORING_INCOMPLETE)
            .all(Limit.Measurement.class)
            .filter(required -> measured.stream().noneMatch(required::isMetBy))
            .map(Limit.Measurement::toString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      examination.find(Rule.MONITORING_INCOMPLETE, dose, missing);
    }
  }

  /** A dose that is given in parts within a session is not too soon. */
  private void interval(@Nullable Known<Administration> before, Known<Administration> dose) {
    if (before != null
        && !before.fact().session().equals(dose.fact().session())
        && examination.isShorter(
            Rule.SESSION_INTERVAL_SHORT,
            before.fact().day(),
            before.fact().start(),
            dose.fact().day(),
            dose.fact().start())) {
      examination.find(Rule.SESSION_INTERVAL_SHORT, dose, "");
    }
  }
}
