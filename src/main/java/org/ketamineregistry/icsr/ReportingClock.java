package org.ketamineregistry.icsr;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.Limit;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.practice.RuleSet;

/**
 * When a report is due. The clock starts on the day of awareness, {@code detected}, which is day 0;
 * where an event does not say it, with the event. How many days there are is a rule of the
 * jurisdiction, by the class of the event (R1, R14).
 */
public final class ReportingClock {
  private ReportingClock() {}

  /** The day of awareness; empty where the event says none as precise as a day. */
  public static Optional<LocalDate> awareness(AdverseEvent event) {
    String date =
        Elements.date(event.hasDetected() ? event.getDetectedElement() : event.getDateElement());
    return Optional.ofNullable(date).map(E2bDate::day);
  }

  /**
   * The last day on which the report is in time; empty where the jurisdiction has no deadline for
   * events of the class, or nobody knows when the clock started.
   */
  public static Optional<LocalDate> due(AdverseEvent event, RuleSet rules) {
    Seriousness seriousness = seriousness(event);
    return awareness(event)
        .flatMap(
            day ->
                Optional.ofNullable(rules.rules().get(Rule.EVENT_REPORTED_LATE)).stream()
                    .flatMap(limits -> limits.all(Limit.Deadline.class))
                    .filter(deadline -> deadline.seriousness() == seriousness)
                    .map(deadline -> day.plusDays(deadline.days()))
                    .findFirst());
  }

  private static Seriousness seriousness(AdverseEvent event) {
    Set<Criterion> criteria =
        Elements.extensions(event, "seriousness-criterion")
            .map(CodeableConcept.class::cast)
            .flatMap(concept -> concept.getCoding().stream())
            .map(Coding::getCode)
            .flatMap(code -> Criterion.coded(code).stream())
            .collect(Collectors.toSet());
    boolean gravest =
        criteria.contains(Criterion.DEATH)
            || criteria.contains(Criterion.LIFE_THREATENING)
            || Elements.has(event.getOutcome(), "fatal");
    return gravest
        ? Seriousness.FATAL_OR_LIFE_THREATENING
        : Elements.has(event.getSeriousness(), "Serious")
            ? Seriousness.SERIOUS
            : Seriousness.NON_SERIOUS;
  }
}
