package org.ketamineregistry.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Assessment;
import org.ketamineregistry.practice.Fact.Course;

/**
 * Long-term follow-up after the last dose of a course (S1). What is due once doses are given again
 * belongs to that treatment and is not missed.
 */
final class FollowUpRule {
  private final Examination examination;
  private final List<Limit.FollowUp> limits;
  private final List<Assessment> assessments;

  /** An assessment that nobody has recorded. */
  private record Open(Limit.FollowUp limit, LocalDate last) {}

  private FollowUpRule(Examination examination, List<Limit.FollowUp> limits) {
    this.examination = examination;
    this.limits = limits;
    assessments = examination.file().known(Assessment.class).stream().map(Known::fact).toList();
  }

  static void judge(Examination examination) {
    List<Limit.FollowUp> limits =
        examination.limits(Rule.FOLLOW_UP_MISSING).all(Limit.FollowUp.class).toList();
    if (limits.isEmpty()) {
      return;
    }
    var rule = new FollowUpRule(examination, limits);
    Map<String, List<Known<Administration>>> doses = examination.dosesByCourse();
    for (Known<Course> course : examination.courses()) {
      List<Known<Administration>> given = doses.getOrDefault(course.id(), List.of());
      if (!given.isEmpty()) {
        rule.judge(course, given.get(given.size() - 1).fact());
      }
    }
  }

  /** One finding for a course, whatever is missing, since when the first is. */
  private void judge(Known<Course> course, Administration lastDose) {
    List<Open> missing = new ArrayList<>();
    LocalDate again = nextDose(lastDose);
    for (Limit.FollowUp limit : limits) {
      LocalDate due = lastDose.day().plusDays(limit.after());
      LocalDate last = due.plusDays(limit.window());
      if (!last.isBefore(again) || isDone(limit, due.minusDays(limit.window()), last)) {
        continue;
      } else if (examination.isOver(last)) {
        missing.add(new Open(limit, last));
      } else {
        examination.due(Rule.FOLLOW_UP_MISSING, lastDose.day(), last, course, "");
      }
    }
    missing.stream()
        .map(Open::last)
        .min(LocalDate::compareTo)
        .ifPresent(
            first ->
                examination.due(
                    Rule.FOLLOW_UP_MISSING, lastDose.day(), first, course, text(missing)));
  }

  private boolean isDone(Limit.FollowUp limit, LocalDate first, LocalDate last) {
    return assessments.stream()
        .filter(made -> limit.assessments().stream().anyMatch(made.codes()::contains))
        .anyMatch(made -> !made.day().isBefore(first) && !made.day().isAfter(last));
  }

  private static String text(List<Open> missing) {
    return missing.stream()
        .sorted(Comparator.comparing(Open::last))
        .map(open -> open.limit().toString())
        .collect(Collectors.joining(", "));
  }

  private LocalDate nextDose(Administration lastDose) {
    return examination.doses().stream()
        .map(Known::fact)
        .filter(dose -> dose.start().isAfter(lastDose.start()))
        .map(Administration::day)
        .findFirst()
        .orElse(LocalDate.MAX);
  }
}
