package org.ketamineregistry.practice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.TreatmentConsent;

/** The consent before treatment: that it is there, and what it says (R4–R6, R15, R16). */
final class ConsentRules {
  private final Examination examination;
  private final List<Known<TreatmentConsent>> consents;

  private ConsentRules(Examination examination) {
    this.examination = examination;
    consents =
        examination.file().known(TreatmentConsent.class, TreatmentConsent::decidedAt).stream()
            .filter(known -> known.fact().inForce())
            .toList();
  }

  static void judge(Examination examination) {
    new ConsentRules(examination).doses();
  }

  /** What a consent lacks is found once, at the first dose that it covers. */
  private void doses() {
    Set<String> judged = new HashSet<>();
    boolean first = true;
    for (Known<Administration> dose : examination.doses()) {
      Optional<Known<TreatmentConsent>> covering = covering(dose.fact());
      if (covering.isEmpty()) {
        examination.find(
            consents.isEmpty() ? Rule.TREATMENT_CONSENT_MISSING : Rule.TREATMENT_CONSENT_LATE,
            dose,
            "");
      } else if (judged.add(covering.get().id())) {
        quality(covering.get().fact(), dose);
      }
      if (first) {
        covering.ifPresent(consent -> reflection(consent.fact(), dose));
      }
      first = false;
    }
  }

  /** The consent that covers a dose is the last one in force before it. */
  private Optional<Known<TreatmentConsent>> covering(Administration dose) {
    return consents.stream()
        .filter(consent -> !consent.fact().decidedAt().isAfter(dose.start()))
        .reduce((earlier, later) -> later);
  }

  private void quality(TreatmentConsent consent, Known<Administration> dose) {
    if (!consent.decidedOn().equals(consent.assessedOn())) {
      examination.find(Rule.CAPACITY_NOT_ASSESSED, dose, "");
    }
    if (consent.capacity() == Capacity.LACKS_CAPACITY) {
      examination.find(Rule.CAPACITY_LACKING, dose, "");
    }
    if (examination.rules().writtenConsent() && !consent.written()) {
      examination.find(Rule.CONSENT_NOT_WRITTEN, dose, "");
    }
    if (consent.informationSheet() == null) {
      examination.find(Rule.INFORMATION_SHEET_MISSING, dose, "");
    } else if (isOutdated(consent.informationSheet(), consent.decidedOn())) {
      examination.find(Rule.INFORMATION_SHEET_OUTDATED, dose, "");
    }
    if (consent.optionsDiscussed() == null || !consent.optionsDiscussed()) {
      examination.find(Rule.OPTIONS_NOT_DISCUSSED, dose, "");
    }
  }

  /** Of each sheet the version counts that had become current last. */
  private boolean isOutdated(String sheet, LocalDate decided) {
    Set<String> current =
        examination
            .limits(Rule.INFORMATION_SHEET_OUTDATED)
            .all(Limit.Sheet.class)
            .filter(limit -> limit.since().isBefore(decided))
            .collect(
                Collectors.groupingBy(
                    Limit.Sheet::url, Collectors.maxBy(Comparator.comparing(Limit.Sheet::since))))
            .values()
            .stream()
            .flatMap(Optional::stream)
            .map(Limit.Sheet::sheet)
            .collect(Collectors.toSet());
    return !current.isEmpty() && !current.contains(sheet);
  }

  /** Time for reflection lies before the first treatment; a consent that is renewed needs none. */
  private void reflection(TreatmentConsent consent, Known<Administration> dose) {
    LocalDate consultation = consent.consultationDate();
    if (consultation != null
        && examination.isShorter(
            Rule.REFLECTION_INTERVAL_SHORT,
            consultation,
            Examination.midnight(consultation),
            dose.fact().day(),
            dose.fact().start())) {
      examination.find(Rule.REFLECTION_INTERVAL_SHORT, dose, "");
    }
  }
}
