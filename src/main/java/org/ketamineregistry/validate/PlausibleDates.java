package org.ketamineregistry.validate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * What happened, happened between 1900 and now. A day is allowed for time zones and clocks. What
 * ends or expires may lie ahead, and so may what a prescription or a study plans.
 */
final class PlausibleDates implements Walk.Visitor {
  private static final int FIRST_YEAR = 1900;
  private static final Duration TOLERANCE = Duration.ofHours(24);
  private static final Set<String> TYPES = Set.of("date", "dateTime", "instant");
  private static final Set<String> MAY_LIE_AHEAD = Set.of("end", "expirationDate");

  /** Beginnings of what is planned, as paths without indices. */
  private static final Set<String> MAY_BEGIN_AHEAD =
      Set.of(
          "MedicationRequest.dispenseRequest.validityPeriod.start",
          "MedicationRequest.dosageInstruction.timing.repeat.bounds.start",
          "ResearchStudy.period.start");

  private final SubmittedEntry entry;
  private final Clock clock;
  private final Consumer<Problem> problems;

  PlausibleDates(SubmittedEntry entry, Clock clock, Consumer<Problem> problems) {
    this.entry = entry;
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  public void visit(String expression, Element element) {
    if (!TYPES.contains(element.fhirType()) || !element.hasValue()) {
      return;
    }
    String value = element.getValue();
    if (value.length() < 4 || !value.substring(0, 4).chars().allMatch(Character::isDigit)) {
      return; // The validator speaks of the form.
    }
    if (Integer.parseInt(value.substring(0, 4)) < FIRST_YEAR) {
      problem(expression, element, "This date lies before " + FIRST_YEAR + ": check the year.");
    } else if (earliest(value).isAfter(clock.instant().plus(TOLERANCE))
        && !MAY_LIE_AHEAD.contains(element.getName())
        && !MAY_BEGIN_AHEAD.contains(entry.pathTo(expression))) {
      problem(
          expression,
          element,
          "This date lies in the future: send what has happened, and check the time zone.");
    }
  }

  private void problem(String expression, Element element, String message) {
    problems.accept(
        Problem.at(ErrorCode.DATE_IMPLAUSIBLE, expression, element.line(), element.col(), message));
  }

  /** The earliest instant that a possibly partial date can mean. */
  private static Instant earliest(String value) {
    try {
      if (value.length() > 10) {
        return OffsetDateTime.parse(value).toInstant();
      }
      String day =
          value.length() == 4 ? value + "-01-01" : value.length() == 7 ? value + "-01" : value;
      return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.MIN; // The validator speaks of the form.
    }
  }
}
